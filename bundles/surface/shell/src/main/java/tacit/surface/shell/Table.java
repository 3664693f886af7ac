package tacit.surface.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Lays rows out in columns that fit a width: numbers to the right, the widest texts cut first, and what is copied last.
 *
 * @param width columns of the terminal
 */
record Table(int width) {

    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    /** Columns that a person copies into the next command: they are cut only when nothing else is left to cut. */
    private static final Set<String> IDS = Set.of("id", "trace", "span", "record", "cluster", "role", "target");

    List<String> lines(Rows rows) {
        if (rows.rows().isEmpty()) {
            return List.of("Nothing found");
        }
        List<String> names = List.copyOf(rows.rows().get(0).keySet());
        int[] widths = widths(names, rows.rows());
        List<String> lines = new ArrayList<>();
        lines.add(line(names, names, widths, rows.rows().get(0)));
        for (Map<String, @Nullable Object> row : rows.rows()) {
            lines.add(
                    line(names, names.stream().map(name -> text(row.get(name))).toList(), widths, row));
        }
        long last = rows.offset() + rows.rows().size();
        if (last < rows.total()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d to %,d of %,d; more with --offset %d",
                    rows.offset() + 1,
                    last,
                    rows.total(),
                    last));
        }
        return lines;
    }

    private int[] widths(List<String> names, List<Map<String, @Nullable Object>> rows) {
        int[] widths = names.stream().mapToInt(String::length).toArray();
        for (Map<String, @Nullable Object> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(
                        widths[column], text(row.get(names.get(column))).length());
            }
        }
        narrow(widths, column -> !IDS.contains(names.get(column)));
        narrow(widths, column -> true);
        return widths;
    }

    /** Takes from the widest of these columns until all fit. */
    private void narrow(int[] widths, IntPredicate columns) {
        int widest = widest(widths, columns);
        while (total(widths) > width && widest >= 0 && widths[widest] > NARROWEST) {
            widths[widest]--;
            widest = widest(widths, columns);
        }
    }

    private static int total(int[] widths) {
        int total = GAP.length() * (widths.length - 1);
        for (int one : widths) {
            total += one;
        }
        return total;
    }

    private static int widest(int[] widths, IntPredicate columns) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            if (columns.test(column) && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }

    private static String line(
            List<String> names, List<String> cells, int[] widths, Map<String, @Nullable Object> kinds) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cut(cells.get(column), widths[column]);
            String space = " ".repeat(widths[column] - cell.length());
            boolean number = kinds.get(names.get(column)) instanceof Number;
            line.append(column == 0 ? "" : GAP).append(number ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }

    static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        if (cell instanceof Duration duration) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (cell instanceof Long || cell instanceof Integer) {
            return String.format(Locale.ROOT, "%,d", ((Number) cell).longValue());
        }
        return cell.toString().replaceAll("\\s+", " ");
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
