package tacit.surface.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Page;

/**
 * One part of a long answer as cells with names, for a table as well as for JSON.
 *
 * @param rows each with the same names in the same order; a cell may be null
 * @param offset rows before this part
 * @param total rows of the whole answer
 */
record Rows(List<Map<String, @Nullable Object>> rows, long offset, long total) {

    static <T> Rows of(Page<T> page, Function<T, Map<String, @Nullable Object>> row) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        page.rows().forEach(value -> rows.add(row.apply(value)));
        return new Rows(rows, page.offset(), page.total());
    }

    static <T> Rows of(List<T> values, Function<T, Map<String, @Nullable Object>> row) {
        return of(new Page<>(values, 0, values.size()), row);
    }

    /** A row of these names and values in turn. */
    static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            row.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
        }
        return row;
    }
}
