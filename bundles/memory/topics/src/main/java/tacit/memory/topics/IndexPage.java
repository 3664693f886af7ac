package tacit.memory.topics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** The file that says which topics there are, and what was recalled last. Confined to one call. */
final class IndexPage {

    static final String PATH = ".cowork/memory/MEMORY.md";

    private static final String LOGS = ".cowork/memory/daily";
    private static final String SUMMARIES = ".cowork/memory/summaries";
    private static final int DAYS_OF_LOGS = 5;
    private static final int DAYS_OF_SUMMARIES = 7;
    private static final int CURATED = 5;
    private static final int RECALLED = 3;
    private static final int LONGEST_LINE = 320;
    private static final Pattern UPDATED = Pattern.compile("(?m)^Updated: .*$");

    private final MemoryStore store;
    private final Shelf shelf;
    private final String workspaceId;
    private final Instant now;

    IndexPage(MemoryStore store, Shelf shelf, String workspaceId, Instant now) {
        this.store = store;
        this.shelf = shelf;
        this.workspaceId = workspaceId;
        this.now = now;
    }

    /** The ids of memories that it shows. */
    List<String> shown() {
        return shelf.text(PATH).flatMap(TopicFile.BLOCK::inside).stream()
                .flatMap(block -> Topic.passages(block.lines().toList()).stream())
                .flatMap(passage -> passage.memoryId().stream())
                .toList();
    }

    String text() {
        return shelf.text(PATH).orElse("");
    }

    /**
     * Writes it, unless it says the same already.
     *
     * @param topics as they are now
     * @param recalled memories, the best first
     */
    boolean write(List<TopicFile> topics, List<MemoryRecord> recalled) {
        List<String> lines = lines(topics, recalled);
        return shelf.change(PATH, text -> {
            String after = TopicFile.BLOCK.with(text, lines);
            return timeless(after).equals(timeless(text)) ? text : after;
        });
    }

    private static String timeless(String text) {
        return UPDATED.matcher(text).replaceAll("");
    }

    private List<String> lines(List<TopicFile> topics, List<MemoryRecord> recalled) {
        List<String> lines = new ArrayList<>();
        lines.add("# MEMORY");
        lines.add("");
        lines.add("Updated: " + now);
        lines.add("Daily logs: " + days(LOGS, DAYS_OF_LOGS) + " of the last " + DAYS_OF_LOGS + " days");
        lines.add("Summaries: " + days(SUMMARIES, DAYS_OF_SUMMARIES) + " of the last " + DAYS_OF_SUMMARIES + " days");
        lines.add("Topic files: " + topics.size());
        lines.add("");
        lines.add("## Topics");
        topics.forEach(file -> lines.add("- " + line(file.title()) + " (" + Passage.harmless(file.path()) + ", from "
                + line(file.source()) + ")"));
        lines.add("");
        lines.add("## Active Recall");
        curated().forEach(entry -> add(lines, entry, "[" + entry.kind() + "] "));
        recalled.stream().limit(RECALLED).forEach(memory -> add(lines, memory, ""));
        return lines;
    }

    private static void add(List<String> lines, MemoryRecord memory, String label) {
        Passage passage = Passage.ofMemory(memory.id(), "- " + line(label + memory.text()));
        lines.addAll(passage.lines());
    }

    private static String line(String text) {
        String line = Passage.harmless(text.strip().replaceAll("\\s+", " "));
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_LINE, line.codePointCount(0, line.length())));
        return line.substring(0, end);
    }

    /** The surest curated entries that everybody in the workspace may read. */
    private List<MemoryRecord> curated() {
        return store
                .list(
                        Scope.ofWorkspace(workspaceId),
                        Openness.filter(Openness.CURATED),
                        PageRequest.first(PageRequest.MAX_LIMIT))
                .rows()
                .stream()
                .filter(entry -> Openness.isOpen(entry, workspaceId, now))
                .sorted(Comparator.comparingDouble((MemoryRecord entry) -> -entry.confidence())
                        .thenComparing(MemoryRecord::updatedAt, Comparator.reverseOrder())
                        .thenComparing(MemoryRecord::id))
                .limit(CURATED)
                .toList();
    }

    private long days(String folder, int days) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return shelf.names(folder).stream()
                .flatMap(name -> day(name).stream())
                .filter(day -> !day.isAfter(today) && day.isAfter(today.minusDays(days)))
                .count();
    }

    private static Optional<LocalDate> day(String name) {
        try {
            return name.endsWith(".md")
                    ? Optional.of(LocalDate.parse(name.substring(0, name.length() - 3)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
