package tacit.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Session;

/** HSQLDB in process: a refused row costs microseconds and leaves the transaction whole. */
final class HsqldbDialect implements Dialect {

    private static final String KEY_IS_TAKEN = "23505";

    private final CompiledStatements compiled = new CompiledStatements();

    @Override
    public <T> T ask(Connection connection, String sql, Question<T> question) throws SQLException {
        return compiled.ask(connection, sql, question);
    }

    @Override
    public boolean[] insertAbsent(Connection connection, String insert, List<@Nullable Object[]> rows)
            throws SQLException {
        return compiled.ask(connection, insert, statement -> {
            boolean[] inserted = new boolean[rows.size()];
            for (int i = 0; i < inserted.length; i++) {
                Dialect.bind(statement, rows.get(i));
                inserted[i] = insertOne(statement);
            }
            return inserted;
        });
    }

    private static boolean insertOne(PreparedStatement statement) throws SQLException {
        try {
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (KEY_IS_TAKEN.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** The directory lock keeps other hosts out, so there is nobody to wait for. */
    @Override
    public void lockMigrations(Session session) {}

    @Override
    public void compact(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT DEFRAG");
        }
    }
}
