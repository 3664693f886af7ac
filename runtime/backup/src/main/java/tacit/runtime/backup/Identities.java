package tacit.runtime.backup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.store.Database;
import tacit.api.store.Session;

/**
 * The numbers that columns which count by themselves give next. They are kept, because who reads on "after" a number would miss
 * rows that got a number for the second time.
 */
enum Identities {

    /** HSQLDB tells the number only with its whole catalog locked, which waits for every reader; so a row is tried. */
    HSQLDB {
        @Override
        Map<String, Long> next(Database database, List<TableShape> tables) {
            Map<String, Long> next = new TreeMap<>();
            for (TableShape table : tables) {
                if (table.identity() != null) {
                    next.put(table.name(), new IdentityProbe(database, table).next());
                }
            }
            return next;
        }
    },

    /** PostgreSQL tells it to everybody who may read the table. */
    POSTGRESQL {
        @Override
        Map<String, Long> next(Database database, List<TableShape> tables) {
            return database.read(session -> {
                Map<String, Long> next = new TreeMap<>();
                for (TableShape table : tables) {
                    if (table.identity() != null) {
                        next.put(table.name(), next(session, table.name(), table.identity()));
                    }
                }
                return next;
            });
        }

        private static long next(Session session, String table, String column) {
            Optional<String> sequence = session.selectOne(
                    "SELECT pg_get_serial_sequence(?, ?) AS name", row -> row.text("name"), table, column);
            return session.selectOne(
                            "SELECT last_value + CASE WHEN is_called THEN 1 ELSE 0 END AS next_value FROM "
                                    + sequence.orElseThrow(),
                            row -> row.number("next_value"))
                    .orElseThrow();
        }
    };

    /** Chooses by the words in which a database describes itself. */
    static Identities of(Database database) {
        return database.description().startsWith("PostgreSQL") ? POSTGRESQL : HSQLDB;
    }

    /** By table; at the moment of the call or later, which is as good. */
    abstract Map<String, Long> next(Database database, List<TableShape> tables);

    /** Lets a column go on from a number; from 1 at the least, which is where PostgreSQL begins. */
    static void restart(Session session, TableShape table, long next) {
        session.update("ALTER TABLE " + table.name() + " ALTER COLUMN " + table.identity() + " RESTART WITH "
                + Math.max(1, next));
    }
}
