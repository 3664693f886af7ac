package tacit.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Session;

/** PostgreSQL, which other hosts may be writing to at the same moment. */
final class PostgresqlDialect implements Dialect {

    /** An arbitrary number that all hosts agree on. */
    private static final long MIGRATION_LOCK = 7_717_4318L;

    @Override
    public boolean[] insertAbsent(Connection connection, String insert, List<@Nullable Object[]> rows)
            throws SQLException {
        boolean[] inserted = new boolean[rows.size()];
        try (PreparedStatement statement = connection.prepareStatement(insert + " ON CONFLICT DO NOTHING")) {
            for (@Nullable Object[] row : rows) {
                Dialect.bind(statement, row);
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                inserted[i] = counts[i] == 1;
            }
        }
        return inserted;
    }

    @Override
    public void lockMigrations(Session session) {
        session.select("SELECT pg_advisory_xact_lock(?)", row -> true, MIGRATION_LOCK);
    }

    /** The tables of this schema; a vacuum takes no transaction around it. */
    @Override
    public void compact(Connection connection) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                statement.execute("VACUUM (FULL) \"" + table.replace("\"", "\"\"") + "\"");
            }
        } finally {
            connection.setAutoCommit(before);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT tablename FROM pg_tables"
                + " WHERE schemaname = current_schema() AND tableowner = current_user ORDER BY tablename")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
