package tacit.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the statements open that each connection used last. HSQLDB compiles a statement anew unless an equal one is open on the same
 * connection, which takes longer than most of our queries. Thread-safe, as long as no connection is used by two threads.
 */
final class CompiledStatements {

    private final Map<Connection, Latest> connections = new ConcurrentHashMap<>();

    /** An equal statement of this connection need not be compiled any more. */
    void keep(Connection pooled, String sql) throws SQLException {
        Connection connection = pooled.unwrap(Connection.class);
        Latest latest = connections.get(connection);
        if (latest == null) {
            forgetClosed();
            latest = new Latest();
            connections.put(connection, latest);
        }
        latest.keep(connection, sql);
    }

    /** How many are kept open. */
    int size() {
        return connections.values().stream().mapToInt(Latest::size).sum();
    }

    // A pool replaces its connections from time to time
    private void forgetClosed() throws SQLException {
        for (Connection connection : List.copyOf(connections.keySet())) {
            if (connection.isClosed()) {
                connections.remove(connection);
            }
        }
    }

    /** The statements of one connection by their SQL, the one that was used last at the end. */
    private static final class Latest {

        private static final int MOST = 256;

        private final LinkedHashMap<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

        void keep(Connection connection, String sql) throws SQLException {
            if (statements.get(sql) == null) {
                statements.put(sql, connection.prepareStatement(sql));
                if (statements.size() > MOST) {
                    statements.remove(statements.keySet().iterator().next()).close();
                }
            }
        }

        int size() {
            return statements.size();
        }
    }
}
