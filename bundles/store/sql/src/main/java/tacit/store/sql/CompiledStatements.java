package tacit.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps the statements open that each connection used last, to be used again: HSQLDB compiles a statement anew unless an equal one is
 * open on the same connection, which takes longer than most of our queries. It decides by the rows of that moment which index a
 * statement uses, so a statement is compiled anew after some time: what was compiled for empty tables would read all rows for ever.
 * Thread-safe, as long as no connection is used by two threads.
 */
final class CompiledStatements {

    /** How long what was compiled for the first time is used, in nanoseconds; each time after that {@link #LONGER} times as long. */
    private static final long FIRST = TimeUnit.SECONDS.toNanos(5);

    private static final int LONGER = 4;
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(15);

    private final Map<Connection, Latest> connections = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    CompiledStatements() {
        this(System::nanoTime);
    }

    /** With a clock of nanoseconds. */
    CompiledStatements(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A question within a question gets a statement of its own; one after which a question failed is not used again. */
    <T> T ask(Connection pooled, String sql, Dialect.Question<T> question) throws SQLException {
        Connection connection = pooled.unwrap(Connection.class);
        Latest latest = latest(connection);
        Compiled compiled = latest.take(connection, sql, nanos.getAsLong());
        boolean answered = false;
        try {
            T answer = question.ask(compiled.statement());
            answered = true;
            return answer;
        } finally {
            if (answered) {
                latest.keep(sql, compiled);
            } else {
                compiled.statement().close();
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

    /**
     * A statement that is open.
     *
     * @param since when it was compiled, in nanoseconds of the clock
     * @param lasts for how many nanoseconds it is used
     */
    private record Compiled(PreparedStatement statement, long since, long lasts) {

        boolean isOld(long now) {
            return now - since >= lasts;
        }
    }

    /** The statements of one connection by their SQL, the one that was used last at the end. */
    private static final class Latest {

        private static final int MOST = 256;

        private final LinkedHashMap<String, Compiled> statements = new LinkedHashMap<>();

        Compiled take(Connection connection, String sql, long now) throws SQLException {
            Compiled open = statements.remove(sql);
            if (open != null && !open.isOld(now)) {
                return open;
            }
            long lasts = FIRST;
            if (open != null) {
                open.statement().close();
                lasts = Math.min(open.lasts() * LONGER, LONGEST);
            }
            return new Compiled(connection.prepareStatement(sql), now, lasts);
        }

        void keep(String sql, Compiled compiled) throws SQLException {
            Compiled other = statements.putIfAbsent(sql, compiled);
            if (other != null) {
                compiled.statement().close();
            } else if (statements.size() > MOST) {
                statements
                        .remove(statements.keySet().iterator().next())
                        .statement()
                        .close();
            }
        }

        int size() {
            return statements.size();
        }
    }
}
