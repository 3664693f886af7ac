package tacit.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the statements open that each connection used last, to be used again: HSQLDB compiles a statement anew unless an equal one is
 * open on the same connection, which takes longer than most of our queries. Thread-safe, as long as no connection is used by two
 * threads.
 */
final class CompiledStatements {

    private final Map<Connection, Latest> connections = new ConcurrentHashMap<>();

    /** A question within a question gets a statement of its own; one after which a question failed is not used again. */
    <T> T ask(Connection pooled, String sql, Dialect.Question<T> question) throws SQLException {
        Connection connection = pooled.unwrap(Connection.class);
        Latest latest = latest(connection);
        PreparedStatement statement = latest.take(connection, sql);
        boolean answered = false;
        try {
            T answer = question.ask(statement);
            answered = true;
            return answer;
        } finally {
            if (answered) {
                latest.keep(sql, statement);
            } else {
                statement.close();
            }
        }
    }

    private Latest latest(Connection connection) throws SQLException {
        Latest latest = connections.get(connection);
        if (latest == null) {
            forgetClosed();
            latest = new Latest();
            connections.put(connection, latest);
        }
        return latest;
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

        private final LinkedHashMap<String, PreparedStatement> statements = new LinkedHashMap<>();

        PreparedStatement take(Connection connection, String sql) throws SQLException {
            PreparedStatement open = statements.remove(sql);
            return open == null ? connection.prepareStatement(sql) : open;
        }

        void keep(String sql, PreparedStatement statement) throws SQLException {
            PreparedStatement other = statements.putIfAbsent(sql, statement);
            if (other != null) {
                statement.close();
            } else if (statements.size() > MOST) {
                statements.remove(statements.keySet().iterator().next()).close();
            }
        }

        int size() {
            return statements.size();
        }
    }
}
