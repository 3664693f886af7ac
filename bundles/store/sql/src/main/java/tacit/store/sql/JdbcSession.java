package tacit.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.store.RowMapper;
import tacit.api.store.Session;
import tacit.api.store.StoreException;

/** Runs statements on one connection. Confined to the work that received it. */
final class JdbcSession implements Session {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int QUOTED_SQL = 120;

    private final Connection connection;
    private final Dialect dialect;

    JdbcSession(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public <T> List<T> select(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return asking(sql, statement -> {
            Dialect.bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                ResultRow row = new ResultRow(rows);
                while (rows.next()) {
                    all.add(mapper.map(row));
                }
                return all;
            }
        });
    }

    @Override
    public <T> Optional<T> selectOne(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        List<T> rows = select(sql, mapper, parameters);
        if (rows.size() > 1) {
            throw new StoreException("Query must answer at most one row, got " + rows.size() + ": " + quoted(sql));
        }
        return rows.stream().findFirst();
    }

    @Override
    public int update(String sql, @Nullable Object... parameters) {
        return asking(sql, statement -> {
            Dialect.bind(statement, parameters);
            statement.execute();
            return statement.getUpdateCount();
        });
    }

    @Override
    public int[] batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return asking(sql, statement -> {
            for (@Nullable Object[] row : rows) {
                Dialect.bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    @Override
    public boolean[] insertAbsent(String table, List<String> columns, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new boolean[0];
        }
        String sql = insert(table, columns);
        try {
            return dialect.insertAbsent(connection, sql, rows);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private static String insert(String table, List<String> columns) {
        List<String> names = new ArrayList<>(columns);
        names.add(table);
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("table and columns must be plain names, got '" + name + "'");
            }
        }
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    private <T> T asking(String sql, Dialect.Question<T> question) {
        try {
            return dialect.ask(connection, sql, question);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private static StoreException failure(String sql, SQLException cause) {
        SQLException said = cause.getNextException() == null ? cause : cause.getNextException();
        return new StoreException("Cannot run " + quoted(sql) + ": " + said.getMessage(), said);
    }

    private static String quoted(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return "'" + (line.length() <= QUOTED_SQL ? line : line.substring(0, QUOTED_SQL) + "…") + "'";
    }
}
