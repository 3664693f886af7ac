package tacit.memory.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tacit.api.memory.JournalEntry;
import tacit.memory.words.Secrets;

/** Adds to the summary of a day what its log says since the last time; every line that is there stays. */
final class DaySummary {

    /** Who writes summaries, as their front matter says. */
    static final String SOURCE = "daily_log_synthesizer";

    private static final int LONGEST_ITEM = 240;
    private static final Pattern FRONT =
            Pattern.compile("\\A\uFEFF?---[ \\t]*\\R([\\s\\S]*?\\R)??---[ \\t]*(?:\\R|\\z)");
    private static final Pattern ENTRIES = Pattern.compile("(?m)^entries:[ \\t]*(\\d{1,9})[ \\t]*$");

    private final String day;

    DaySummary(String day) {
        this.day = day;
    }

    /**
     * The summary with what is new.
     *
     * @param old the summary as it is; empty for none
     * @return the same text when nothing is new
     */
    String next(String old, List<JournalEntry> log, Instant now) {
        int done = Math.min(done(old), log.size());
        if (done == log.size()) {
            return old;
        }
        String body = body(old);
        Map<SummarySection, Set<String>> items = items(log.subList(done, log.size()));
        List<String> lines = new ArrayList<>(body.lines().toList());
        for (SummarySection section : SummarySection.values()) {
            add(lines, section, items.getOrDefault(section, Set.of()));
        }
        return front(old, log.size(), now) + String.join("\n", lines).stripTrailing() + "\n";
    }

    /** What a summary says, without what it says of itself. */
    static String body(String summary) {
        Matcher matcher = FRONT.matcher(summary);
        return matcher.find() ? summary.substring(matcher.end()) : summary;
    }

    private static int done(String summary) {
        Matcher front = FRONT.matcher(summary);
        Matcher entries = ENTRIES.matcher(front.find() ? front.group() : "");
        return entries.find() ? Integer.parseInt(entries.group(1)) : 0;
    }

    /** Lines of others in the front matter stay. */
    private String front(String old, int entries, Instant now) {
        Matcher matcher = FRONT.matcher(old);
        StringBuilder front = new StringBuilder(
                "---\nupdated: " + now + "\nsource: " + SOURCE + "\nday: " + day + "\nentries: " + entries + "\n");
        if (matcher.find() && matcher.group(1) != null) {
            matcher.group(1)
                    .lines()
                    .filter(line -> !line.matches("(?:updated|source|day|entries):.*"))
                    .forEach(line -> front.append(line).append('\n'));
        }
        return front.append("---\n").toString();
    }

    /** Behind the last line of the section, or with a heading at the end; what somebody wrote down already is not added. */
    private static void add(List<String> lines, SummarySection section, Set<String> items) {
        Set<String> there = lines.stream().map(String::strip).collect(Collectors.toSet());
        List<String> fresh = items.stream()
                .map(item -> "- " + item)
                .filter(line -> !there.contains(line))
                .toList();
        int heading = heading(lines, section);
        if (heading < 0) {
            if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
                lines.add("");
            }
            lines.add(section.heading());
            lines.addAll(fresh);
            return;
        }
        int end = heading + 1;
        while (end < lines.size() && !lines.get(end).matches("#{1,2} .*")) {
            end++;
        }
        while (end > heading + 1 && lines.get(end - 1).isBlank()) {
            end--;
        }
        lines.addAll(end, fresh);
    }

    private static int heading(List<String> lines, SummarySection section) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equalsIgnoreCase(section.heading())) {
                return i;
            }
        }
        return -1;
    }

    private static Map<SummarySection, Set<String>> items(List<JournalEntry> entries) {
        Map<SummarySection, Set<String>> items = new EnumMap<>(SummarySection.class);
        for (JournalEntry entry : entries) {
            boolean listed = addListed(entry, items);
            String first = item(entry.text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse(""));
            if (!listed && !isPayload(first)) {
                put(items, SummarySection.of(entry, first), first);
            }
        }
        return items;
    }

    /** What stands in a text as a list below a label such as {@code Decisions:}. */
    private static boolean addListed(JournalEntry entry, Map<SummarySection, Set<String>> items) {
        SummarySection open = null;
        boolean found = false;
        for (String line : entry.text().lines().toList()) {
            open = SummarySection.opened(line)
                    .orElse(line.isBlank() || line.strip().startsWith("-") ? open : null);
            if (open != null && line.strip().startsWith("- ")) {
                put(items, open, item(line.strip().substring(2)));
                found = true;
            }
        }
        return found;
    }

    private static void put(Map<SummarySection, Set<String>> items, SummarySection section, String item) {
        Set<String> known = items.computeIfAbsent(section, any -> new LinkedHashSet<>());
        if (!item.isEmpty()) {
            known.add(item);
        }
    }

    /** What a tool answered word for word is no summary. */
    private static boolean isPayload(String line) {
        return line.matches("[{\\[<](?!\\s?[xX ]?]).*");
    }

    private static String item(String line) {
        String plain = Secrets.redacted(
                line.strip().replaceFirst("^(?:#{1,6}|[-*+])\\s+", "").replaceAll("\\s+", " "));
        return plain.length() <= LONGEST_ITEM
                ? plain
                : plain.substring(
                                        0,
                                        Character.isHighSurrogate(plain.charAt(LONGEST_ITEM - 2))
                                                ? LONGEST_ITEM - 2
                                                : LONGEST_ITEM - 1)
                                .stripTrailing()
                        + "…";
    }
}
