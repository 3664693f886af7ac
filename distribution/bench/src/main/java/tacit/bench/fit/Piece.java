package tacit.bench.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of invented talk with places to fill. Immutable.
 *
 * @param lines with who says them in front, {@code A: } or {@code B: }
 * @param asked questions with the places, from 1, of the lines that answer
 * @param collected lines that belong to a collection, by its name
 */
record Piece(List<String> lines, List<Asked> asked, List<Asked> collected) {

    /** A question or a collection, and the lines that belong to it. */
    record Asked(String text, List<Integer> lines) {}

    static Piece parse(String block) {
        List<String> lines = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        List<Asked> collected = new ArrayList<>();
        for (String line : block.split("\n", -1)) {
            if (line.startsWith("? ")) {
                int equals = line.lastIndexOf(" = ");
                asked.add(new Asked(line.substring(2, equals), numbers(line.substring(equals + 3))));
            } else if (line.startsWith("* ")) {
                int blank = line.lastIndexOf(' ');
                collected.add(new Asked(line.substring(2, blank), numbers(line.substring(blank + 1))));
            } else if (line.startsWith("A: ") || line.startsWith("B: ")) {
                lines.add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException(
                        "line must begin with 'A: ', 'B: ', '? ' or '* ', got '" + line + "'");
            }
        }
        return new Piece(lines, asked, collected);
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.strip().split(",", -1)).map(Integer::valueOf).toList();
    }
}
