package tacit.memory.topics;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is collected on a topic, as it stands in the host's part of a file. Immutable.
 *
 * @param id the same as long as title and source are
 * @param title on one line
 * @param source {@code memory} or the path of a note
 * @param updatedAt how old the newest passage is
 * @param passages at least one
 */
record Topic(String id, String title, String source, Instant updatedAt, List<Passage> passages) {

    static final String MEMORY = "memory";

    private static final int LONGEST_TITLE = 120;
    private static final String HEADING = "# ";
    private static final String SOURCE = "Source: ";
    private static final String ID = "Topic: ";
    private static final String UPDATED = "Updated: ";

    Topic {
        passages = List.copyOf(passages);
    }

    static Topic of(String title, String source, Instant updatedAt, List<Passage> passages) {
        String id = Fingerprint.of(source + "\n" + key(title)).substring(0, 12);
        return new Topic(id, line(title), source, updatedAt, passages);
    }

    /** The same for titles that are one. */
    static String key(String title) {
        return line(title).toLowerCase(Locale.ROOT);
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_TITLE, line.codePointCount(0, line.length())));
        return line.substring(0, end);
    }

    Topic with(List<Passage> others) {
        return new Topic(id, title, source, updatedAt, others);
    }

    List<String> memoryIds() {
        return passages.stream().flatMap(passage -> passage.memoryId().stream()).toList();
    }

    /** The words of all passages. */
    String text() {
        return String.join("\n\n", passages.stream().map(Passage::text).toList());
    }

    /** As it stands in a file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(HEADING + Passage.harmless(title));
        lines.add(SOURCE + Passage.harmless(source));
        lines.add(ID + id);
        lines.add(UPDATED + updatedAt);
        for (Passage passage : passages) {
            lines.add("");
            lines.addAll(passage.lines());
        }
        return lines;
    }

    /** Reads what {@link #lines} wrote, with other blank lines too; empty where somebody changed it into something else. */
    static Optional<Topic> read(String block) {
        List<String> lines = block.lines().filter(line -> !line.isBlank()).toList();
        Optional<String> title = value(lines, 0, HEADING);
        Optional<String> source = value(lines, 1, SOURCE);
        Optional<String> id = value(lines, 2, ID);
        Optional<Instant> updated = value(lines, 3, UPDATED).flatMap(Topic::time);
        if (title.isEmpty() || source.isEmpty() || id.isEmpty() || updated.isEmpty()) {
            return Optional.empty();
        }
        List<Passage> passages = passages(block.lines().toList());
        return Optional.of(new Topic(id.get(), title.get(), source.get(), updated.get(), passages));
    }

    private static Optional<String> value(List<String> lines, int number, String name) {
        boolean there = number < lines.size() && lines.get(number).startsWith(name);
        return there
                ? Optional.of(Passage.asWritten(
                        lines.get(number).substring(name.length()).strip()))
                : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What stands behind the comments that say where it is from; what stands before the first is none. */
    static List<Passage> passages(List<String> lines) {
        List<Passage> passages = new ArrayList<>();
        String from = "";
        List<String> text = new ArrayList<>();
        for (String line : lines) {
            Optional<String> next = Passage.origin(line.strip());
            if (next.isPresent()) {
                add(passages, from, text);
                from = next.get();
                text.clear();
            } else {
                text.add(line);
            }
        }
        add(passages, from, text);
        return passages;
    }

    private static void add(List<Passage> passages, String from, List<String> text) {
        if (!from.isEmpty()) {
            passages.add(
                    new Passage(from, Passage.asWritten(String.join("\n", text)).strip()));
        }
    }
}
