package tacit.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import tacit.api.store.StoreException;
import tacit.api.store.Work;

/** Several works in one transaction that is still open. Confined to the writer's thread. */
final class Unit {

    private final JdbcSession session;
    private boolean working;

    Unit(JdbcSession session) {
        this.session = session;
    }

    boolean isWorking() {
        return working;
    }

    <T> T read(Work<T> work) {
        working = true;
        try {
            return work.run(session);
        } finally {
            working = false;
        }
    }

    /** A work that throws leaves nothing behind. */
    <T> T write(Work<T> work) {
        Connection connection = session.connection();
        try {
            Savepoint before = connection.setSavepoint();
            boolean done = false;
            try {
                T value = read(work);
                connection.releaseSavepoint(before);
                done = true;
                return value;
            } finally {
                if (!done) {
                    connection.rollback(before);
                }
            }
        } catch (SQLException e) {
            throw new StoreException("Cannot write: " + e.getMessage(), e);
        }
    }
}
