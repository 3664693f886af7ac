package tacit.memory.external;

import tacit.api.store.Database;

/** The tables of this bundle, which a host without memories outside never has. Thread-safe. */
final class Tables {

    private final Database database;
    private final Object lock = new Object();
    private boolean made;

    Tables(Database database) {
        this.database = database;
    }

    /** The database with them; they are made when they are first needed. */
    Database open() {
        synchronized (lock) {
            if (!made) {
                database.migrate("tacit.memory.external", Tables.class);
                made = true;
            }
            return database;
        }
    }

    /** Whether somebody needed them before, in this process or an earlier one. */
    boolean areThere() {
        synchronized (lock) {
            return made
                    || database.read(session -> session.select(
                                    "SELECT COUNT(*) AS n FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = CURRENT_SCHEMA"
                                            + " AND UPPER(TABLE_NAME) = ?",
                                    row -> row.number("n") > 0,
                                    "EXTERNAL_COPIES")
                            .contains(true));
        }
    }
}
