package tacit.memory.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How texts are cut, compared and put into attributes. */
final class Texts {

    static final int LONGEST_SUMMARY = 220;
    static final int LONGEST_CONTENT = 10_000;
    static final String TRUNCATED = "[... truncated]";

    private static final int LONGEST_LABEL = 60;
    private static final Pattern LABEL = Pattern.compile("\\[([^\\[\\]]+)\\]");
    private static final int SHORTENED_FOR_A_WORD = 1_000;
    private static final int MOST_ENTRIES = 12;

    private Texts() {}

    /** The first line that says something, on one line, behind one that only says where it is from; empty for none. */
    static String summary(String text) {
        List<String> lines = text.lines()
                .map(line -> line.replaceAll("[\\s\\p{Cc}]+", " ").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("```"))
                .limit(2)
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        Matcher label = LABEL.matcher(lines.get(0));
        boolean behind = lines.size() > 1 && label.matches();
        String line = behind ? "[" + shortened(label.group(1), LONGEST_LABEL) + "] " + lines.get(1) : lines.get(0);
        return shortened(line, LONGEST_SUMMARY);
    }

    /** Within a number of characters, the last three of which are dots where it was cut. */
    static String shortened(String text, int most) {
        return text.length() <= most ? text : cut(text, most - 3) + "...";
    }

    /** Within a number of characters; no character is cut in two. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Within a number of characters, and a mark where it was cut: that is before a word where possible: half a secret looks like none. */
    static String bounded(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String begin = cut(text, most);
        int end = begin.length();
        while (end > begin.length() - SHORTENED_FOR_A_WORD && !Character.isWhitespace(begin.charAt(end - 1))) {
            end--;
        }
        boolean found = end > begin.length() - SHORTENED_FOR_A_WORD;
        return (found ? begin.substring(0, end) : begin).stripTrailing() + "\n" + TRUNCATED;
    }

    static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** The same for the same words, whatever their case and the room between them. */
    static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(normal(text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
        }
    }

    /** Entries as one attribute: each on a line. */
    static String lines(List<String> entries) {
        return String.join(
                "\n",
                entries.stream()
                        .map(entry -> entry.replaceAll("\\s+", " ").strip())
                        .filter(entry -> !entry.isEmpty())
                        .limit(MOST_ENTRIES)
                        .toList());
    }

    static List<String> entries(String lines) {
        return lines.isEmpty() ? List.of() : Arrays.asList(lines.split("\n", -1));
    }
}
