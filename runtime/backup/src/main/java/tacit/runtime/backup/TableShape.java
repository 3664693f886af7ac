package tacit.runtime.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as its rows are copied. Immutable.
 *
 * @param name in lower case
 * @param columns by name, so that both engines give them in one order
 * @param key the columns of the primary key, in its order; empty where there is none
 * @param identity the column that counts by itself; null for none
 */
record TableShape(
        String name,
        List<Column> columns,
        List<String> key,
        @Nullable String identity) {

    TableShape {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** The names of the columns, with commas between. */
    String columnList() {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    int indexOf(String column) {
        return columns.stream().map(Column::name).toList().indexOf(column);
    }
}
