package tacit.adapt.learning;

import java.util.List;
import java.util.stream.Collectors;

/** Puts patterns between two marks of a text, literally; every character outside stays as it is. */
final class MistakesBlock {

    static final String BEGIN = "<!-- tacit:feedback-patterns:begin -->";
    static final String END = "<!-- tacit:feedback-patterns:end -->";

    private static final String TITLE = "# Mistakes";
    private static final String HEADING = "## Feedback Patterns";

    private MistakesBlock() {}

    /** An empty text becomes a file with a title. */
    static String in(String text, List<String> patterns) {
        int begin = text.indexOf(BEGIN);
        int end = begin < 0 ? -1 : text.indexOf(END, begin);
        if (end >= 0) {
            return text.substring(0, begin) + block(patterns) + text.substring(end + END.length());
        }
        if (patterns.isEmpty()) {
            return text;
        }
        String before = text.isEmpty() ? TITLE + "\n\n" : text.endsWith("\n") ? text + "\n" : text + "\n\n";
        return before + block(patterns) + "\n";
    }

    private static String block(List<String> patterns) {
        String lines = patterns.stream()
                .map(pattern -> "- " + harmless(pattern) + "\n")
                .collect(Collectors.joining());
        return BEGIN + "\n" + HEADING + "\n\n" + lines + END;
    }

    /** A pattern can neither begin nor end a comment of the file. */
    private static String harmless(String pattern) {
        return pattern.replace("<!--", "&lt;!--").replace("-->", "--&gt;");
    }
}
