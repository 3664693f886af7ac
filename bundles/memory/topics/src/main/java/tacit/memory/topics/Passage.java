package tacit.memory.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a topic. Immutable.
 *
 * @param from where it was taken from: {@code memory:<id>} or {@code note:<path>}
 * @param text its words, at most 500 characters
 */
record Passage(String from, String text) {

    private static final String MEMORY = "memory:";
    private static final String FROM_MEMORY = "from " + MEMORY;
    private static final String NOTE = "note:";
    private static final int LONGEST = 500;
    private static final Pattern FROM = Pattern.compile("<!-- from (\\S.*) -->");

    static Passage ofMemory(String id, String text) {
        return new Passage(MEMORY + id, cut(text));
    }

    static Passage ofNote(String path, String text) {
        return new Passage(NOTE + path, cut(text));
    }

    private static String cut(String text) {
        String whole = text.replaceAll("\\R", "\n").strip();
        if (whole.length() <= LONGEST) {
            return whole;
        }
        int end = LONGEST - 1;
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end)
                        .stripTrailing()
                + "…";
    }

    Optional<String> memoryId() {
        return from.startsWith(MEMORY) ? Optional.of(from.substring(MEMORY.length())) : Optional.empty();
    }

    Optional<String> notePath() {
        return from.startsWith(NOTE) ? Optional.of(from.substring(NOTE.length())) : Optional.empty();
    }

    /** Whether a text, whatever else became of it, still names a memory as where something is from. */
    static boolean names(String text, String memoryId) {
        return text.contains(FROM_MEMORY + harmless(memoryId) + " ");
    }

    /** As it stands in a file: behind a comment that says where it is from. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("<!-- from " + harmless(from) + " -->");
        lines.addAll(harmless(text).lines().toList());
        return lines;
    }

    /** Where a line says that what follows is from. */
    static Optional<String> origin(String line) {
        Matcher from = FROM.matcher(line);
        return from.matches() ? Optional.of(asWritten(from.group(1))) : Optional.empty();
    }

    /** A text that can neither begin nor end a comment of the file. */
    static String harmless(String text) {
        return text.replace("<!--", "&lt;!--").replace("-->", "--&gt;");
    }

    /** The text that {@link #harmless} was given. */
    static String asWritten(String text) {
        return text.replace("&lt;!--", "<!--").replace("--&gt;", "-->");
    }
}
