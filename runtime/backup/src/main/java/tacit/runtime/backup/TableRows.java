package tacit.runtime.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Row;
import tacit.api.store.Session;

/**
 * Reads a table in pages along its primary key, so that no more than a page is in memory and each page is a look into an index.
 * Confined to the work that received the session.
 */
final class TableRows {

    /** Takes one row. */
    @FunctionalInterface
    interface Sink {

        void row(@Nullable Object[] values) throws IOException;
    }

    private static final int MOST_ROWS = 1_000;
    private static final int FIRST_ROWS = 250;
    private static final long MANY_CHARACTERS = 4_000_000;

    private final Session session;
    private final TableShape table;
    private final int depth;
    private int limit = FIRST_ROWS;

    TableRows(Session session, TableShape table) {
        this.session = session;
        this.table = table;
        this.depth = table.key().size();
    }

    void read(Sink sink) throws IOException {
        if (depth == 0) {
            pass(session.select("SELECT " + table.columnList() + " FROM " + table.name(), this::values), sink);
            return;
        }
        List<@Nullable Object[]> page = first();
        // Rows that share the whole key but its last column come first, then those that share less of it
        int level = page.size() < limit ? -1 : depth - 1;
        @Nullable Object @Nullable [] last = pass(page, sink);
        while (level >= 0 && last != null) {
            int asked = limit;
            page = after(last, level);
            @Nullable Object @Nullable [] end = pass(page, sink);
            last = end == null ? last : end;
            level = page.size() < asked ? level - 1 : depth - 1;
        }
    }

    private List<@Nullable Object[]> first() {
        return session.select(
                "SELECT " + table.columnList() + " FROM " + table.name() + " ORDER BY " + String.join(", ", table.key())
                        + " LIMIT " + limit,
                this::values);
    }

    private List<@Nullable Object[]> after(@Nullable Object[] last, int level) {
        List<String> key = table.key();
        StringBuilder sql = new StringBuilder("SELECT " + table.columnList() + " FROM " + table.name() + " WHERE ");
        List<@Nullable Object> parameters = new ArrayList<>();
        for (int i = 0; i <= level; i++) {
            sql.append(key.get(i)).append(i < level ? " = ? AND " : " > ?");
            parameters.add(last[table.indexOf(key.get(i))]);
        }
        sql.append(" ORDER BY ")
                .append(String.join(", ", key))
                .append(" LIMIT ")
                .append(limit);
        return session.select(sql.toString(), this::values, parameters.toArray());
    }

    private @Nullable Object @Nullable [] pass(List<@Nullable Object[]> page, Sink sink) throws IOException {
        long characters = 0;
        for (@Nullable Object[] row : page) {
            sink.row(row);
            for (Object value : row) {
                characters += value instanceof String text ? text.length() : 8;
            }
        }
        limit = characters > MANY_CHARACTERS ? Math.max(1, limit / 4) : Math.min(MOST_ROWS, limit * 2);
        return page.isEmpty() ? null : page.get(page.size() - 1);
    }

    private @Nullable Object[] values(Row row) {
        List<@Nullable Object> values =
                new ArrayList<>(Collections.nCopies(table.columns().size(), null));
        for (int i = 0; i < values.size(); i++) {
            Column column = table.columns().get(i);
            values.set(i, column.kind().read(row, column.name()));
        }
        return values.toArray();
    }
}
