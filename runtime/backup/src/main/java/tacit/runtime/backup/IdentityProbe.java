package tacit.runtime.backup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;
import tacit.api.store.Session;
import tacit.api.store.StoreException;

/**
 * Finds the next number of a column by a row that is put in, looked at, and rolled back: its number is then never given to anybody.
 * Values that a rule of the table restricts are taken from a row that is there.
 */
final class IdentityProbe {

    private static final String CHECKED =
            "SELECT u.column_name AS name FROM information_schema.constraint_column_usage u"
                    + " JOIN information_schema.table_constraints c ON c.constraint_name = u.constraint_name"
                    + " AND c.table_schema = u.table_schema WHERE c.constraint_type = 'CHECK'"
                    + " AND c.table_schema = CURRENT_SCHEMA AND LOWER(c.table_name) = ?";

    private final Database database;
    private final TableShape table;

    IdentityProbe(Database database, TableShape table) {
        this.database = database;
        this.table = table;
    }

    /** The next number; of a table that refuses every row, the one behind its last. */
    long next() {
        try {
            database.write(session -> {
                insertAny(session);
                throw new Probed(largest(session).orElseThrow());
            });
            throw new IllegalStateException("A probe must end with its number");
        } catch (Probed probed) {
            return probed.number + 1;
        } catch (StoreException refused) {
            return database.read(session -> largest(session).orElse(0L)) + 1;
        }
    }

    private void insertAny(Session session) {
        List<Column> others = table.columns().stream()
                .filter(column -> !column.name().equals(table.identity()))
                .toList();
        List<String> checked = session.select(CHECKED, row -> row.text("name").toLowerCase(Locale.ROOT), table.name());
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : others) {
            values.add(checked.contains(column.name()) ? known(session, column) : any(column));
        }
        String names = String.join(", ", others.stream().map(Column::name).toList());
        String marks = String.join(", ", Collections.nCopies(others.size(), "?"));
        session.update("INSERT INTO " + table.name() + " (" + names + ") VALUES (" + marks + ")", values.toArray());
    }

    /** Of the last row, so that values which depend on each other come from one. */
    private @Nullable Object known(Session session, Column column) {
        List<Optional<Object>> last = session.select(
                "SELECT " + column.name() + " FROM " + table.name() + " ORDER BY " + table.identity() + " DESC LIMIT 1",
                row -> Optional.ofNullable(column.kind().read(row, column.name())));
        return last.isEmpty() ? any(column) : last.get(0).orElse(null);
    }

    private static Object any(Column column) {
        return switch (column.kind()) {
            case TEXT -> UUID.randomUUID().toString();
            case NUMBER -> 0L;
            case REAL -> 0.0;
            case TRUTH -> false;
        };
    }

    private Optional<Long> largest(Session session) {
        String sql = "SELECT MAX(" + table.identity() + ") AS largest FROM " + table.name();
        return session.selectOne(sql, row -> row.optionalNumber("largest")).orElseThrow();
    }

    /** Carries the number out of a work that is rolled back by it. */
    private static final class Probed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long number;

        Probed(long number) {
            super("The row was looked at", null, false, false);
            this.number = number;
        }
    }
}
