package tacit.memory.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.store.TextTombstones;

/**
 * What the journal of each day says of some runs, and what became of it in the files beside the journal: in the summary of its day
 * also where it is too short to be looked for anywhere. Confined to one call.
 */
final class SaidOnDays {

    private static final Pattern SUMMARY = Pattern.compile("\\.cowork/memory/summaries/([^/]+)\\.md");
    private static final Pattern ITEM = Pattern.compile("^\\s*[-*+] +");
    private static final Pattern MARK = Pattern.compile("^\\\\*(?:#{1,6}|[-*+])\\s+");
    private static final String SHORTENED = "…";

    private final List<String> said = new ArrayList<>();
    private final Map<String, Set<String>> items = new HashMap<>();

    /** Notes what the log of a day says. */
    void add(String path, List<String> lines) {
        said.addAll(lines);
        String day = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
        Set<String> ofDay = items.computeIfAbsent(day, any -> new HashSet<>());
        lines.forEach(line -> ofDay.add(item(line)));
    }

    FileWords words() {
        return FileWords.of(said);
    }

    /** The summary of a day without what the runs said on it; any other file as it is. */
    String without(String path, String text) {
        Matcher summary = SUMMARY.matcher(path);
        Set<String> ofDay = summary.matches() ? items.getOrDefault(summary.group(1), Set.of()) : Set.of();
        if (ofDay.isEmpty()) {
            return text;
        }
        StringBuilder left = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            Matcher mark = ITEM.matcher(line);
            String words = mark.find() ? item(line.substring(mark.end())) : "";
            left.append(isOf(words, ofDay) ? mark.group() + TextTombstones.instead(words) + end(line) : line);
        }
        return left.toString();
    }

    private static boolean isOf(String words, Set<String> ofDay) {
        if (words.isEmpty() || ofDay.contains(words)) {
            return !words.isEmpty();
        }
        String begin = words.endsWith(SHORTENED)
                ? words.substring(0, words.length() - 1).stripTrailing()
                : "";
        return !begin.isEmpty() && ofDay.stream().anyMatch(item -> item.startsWith(begin));
    }

    /** As a summary writes a line of the journal. */
    private static String item(String line) {
        return MARK.matcher(line.strip()).replaceFirst("").strip().replaceAll("\\s+", " ");
    }

    private static String end(String line) {
        return line.substring(line.stripTrailing().length());
    }
}
