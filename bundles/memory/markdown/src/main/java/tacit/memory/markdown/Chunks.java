package tacit.memory.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a note into pieces that overlap: at a blank line or a heading once a piece is long enough, and anywhere before it is too
 * long.
 */
final class Chunks {

    private static final int LONG_ENOUGH = 220;
    private static final int LONGEST = 800;
    private static final int OVERLAP = 2;

    /** A line with more characters is cut itself. */
    private static final int LONGEST_LINE = LONGEST;

    private final List<Line> lines = new ArrayList<>();

    private Chunks(String note) {
        int number = 0;
        for (String line : note.split("\r\n|\r|\n", -1)) {
            number++;
            add(number, line.stripTrailing());
        }
    }

    /** A line or a part of a long one. */
    private record Line(int number, String text) {

        boolean begins() {
            return text.isBlank() || text.startsWith("#");
        }
    }

    /**
     * A piece of a note. Immutable.
     *
     * @param start its first line, from 1
     * @param end its last line
     */
    record Chunk(int start, int end, String text) {}

    /** Those of a note that say anything, in their order. */
    static List<Chunk> of(String note) {
        return new Chunks(note).cut();
    }

    private void add(int number, String line) {
        int at = 0;
        while (line.length() - at > LONGEST_LINE) {
            int next = at + LONGEST - (Character.isHighSurrogate(line.charAt(at + LONGEST - 1)) ? 1 : 0);
            lines.add(new Line(number, line.substring(at, next)));
            at = next;
        }
        lines.add(new Line(number, line.substring(at)));
    }

    private List<Chunk> cut() {
        List<Chunk> chunks = new ArrayList<>();
        int start = 0;
        int done = 0;
        while (done < lines.size()) {
            int end = end(start, done);
            Chunk chunk = chunk(start, end);
            if (!chunk.text().isEmpty() && saysMore(done, end)) {
                chunks.add(chunk);
            }
            done = end;
            start = Math.max(start + 1, end - OVERLAP);
        }
        return chunks;
    }

    /** Behind the last line of the piece, which holds one line at least that the one before does not. */
    private int end(int start, int done) {
        int length = 0;
        int end = start;
        while (end < lines.size()) {
            boolean more = end > done;
            boolean full = length >= LONGEST
                    || (length >= LONG_ENOUGH && lines.get(end).begins());
            if (more && full) {
                return end;
            }
            length += lines.get(end).text.length() + 1;
            end++;
        }
        return end;
    }

    private boolean saysMore(int from, int end) {
        return lines.subList(from, end).stream().anyMatch(line -> !line.text.isBlank());
    }

    private Chunk chunk(int start, int end) {
        int first = start;
        int last = end - 1;
        while (first < last && lines.get(first).text.isBlank()) {
            first++;
        }
        while (last > first && lines.get(last).text.isBlank()) {
            last--;
        }
        List<String> texts =
                lines.subList(first, last + 1).stream().map(Line::text).toList();
        return new Chunk(
                lines.get(first).number,
                lines.get(last).number,
                String.join("\n", texts).strip());
    }
}
