package tacit.pulse.reflection;

import tacit.api.reflect.ReflectionEvidence;

/** Words of evidence as they stand in a sentence. */
final class Quote {

    private static final int LONGEST = 160;
    private static final int LONGEST_TITLE = 70;

    private Quote() {}

    /** The text between quotation marks, with where it is from. */
    static String of(ReflectionEvidence evidence) {
        return "“" + cut(evidence.text(), LONGEST) + "” [" + evidence.id() + "]";
    }

    /** The text as part of a title. */
    static String title(ReflectionEvidence evidence) {
        return cut(evidence.text(), LONGEST_TITLE);
    }

    private static String cut(String text, int longest) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = line.offsetByCodePoints(0, Math.min(longest - 1, line.codePointCount(0, line.length()) - 1));
        return line.substring(0, end).stripTrailing() + "…";
    }
}
