package tacit.memory.transcripts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tacit.api.recall.Checkpoint.Structured;

/** Reads the points of a summary: headings that end with a colon, and the items below them. */
final class Points {

    private static final String DECISIONS = "decisions:";
    private static final String OPEN = "open loops:";
    private static final String NEXT = "next actions:";
    private static final String FOUND = "key findings:";
    private static final int LONGEST_FINDING = 400;

    private Points() {}

    /** The points of a text; its begin as the only finding where it has none. */
    static Structured of(String source, String text) {
        Map<String, List<String>> points = new LinkedHashMap<>();
        for (String heading : List.of(DECISIONS, OPEN, NEXT, FOUND)) {
            points.put(heading, new ArrayList<>());
        }
        List<String> section = new ArrayList<>();
        boolean open = false;
        for (String line : text.lines().map(String::strip).toList()) {
            String heading = heading(points, line);
            if (!heading.isEmpty()) {
                section = points.getOrDefault(heading, section);
                open = true;
            } else if (open && line.startsWith("- ") && line.length() > 2) {
                section.add(line.substring(2).strip());
            }
        }
        if (points.values().stream().allMatch(List::isEmpty) && !text.isBlank()) {
            points.getOrDefault(FOUND, section).add(begin(text.strip(), LONGEST_FINDING));
        }
        return new Structured(
                source,
                text,
                points.getOrDefault(DECISIONS, List.of()),
                points.getOrDefault(OPEN, List.of()),
                points.getOrDefault(NEXT, List.of()),
                points.getOrDefault(FOUND, List.of()));
    }

    private static String heading(Map<String, List<String>> points, String line) {
        String folded = line.toLowerCase(Locale.ROOT);
        return points.keySet().stream().filter(folded::startsWith).findFirst().orElse("");
    }

    /** The begin of a text, without a letter cut in two. */
    static String begin(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
