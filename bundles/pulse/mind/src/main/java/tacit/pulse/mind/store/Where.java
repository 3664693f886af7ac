package tacit.pulse.mind.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.RowMapper;
import tacit.api.store.Session;

/** Conditions that are put together, and a page of what meets them. Confined to one query. */
final class Where {

    private final StringBuilder conditions = new StringBuilder("1 = 1");
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Adds a condition, unless the value is null. */
    Where and(String column, @Nullable Object value) {
        if (value != null) {
            conditions.append(" AND ").append(column).append(" = ?");
            values.add(value instanceof Enum<?> word ? word.name() : value);
        }
        return this;
    }

    <T> Page<T> page(Session session, String table, String order, RowMapper<T> mapper, PageRequest page) {
        long total = session.selectOne(
                        "SELECT COUNT(*) AS rows_there FROM " + table + " WHERE " + conditions,
                        row -> row.number("rows_there"),
                        values.toArray())
                .orElse(0L);
        List<@Nullable Object> all = new ArrayList<>(values);
        all.add(page.limit());
        all.add(page.offset());
        List<T> rows = session.select(
                "SELECT * FROM " + table + " WHERE " + conditions + " ORDER BY " + order + " LIMIT ? OFFSET ?",
                mapper,
                all.toArray());
        return new Page<>(rows, page.offset(), total);
    }
}
