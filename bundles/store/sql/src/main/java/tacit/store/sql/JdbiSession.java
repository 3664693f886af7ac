package tacit.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import tacit.api.store.RowMapper;
import tacit.api.store.Session;
import tacit.api.store.StoreException;

/** Runs statements through Jdbi on one connection. Confined to the work that received it. */
final class JdbiSession implements Session {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int QUOTED_SQL = 120;

    private final Handle handle;
    private final Dialect dialect;

    JdbiSession(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    Connection connection() {
        return handle.getConnection();
    }

    @Override
    public <T> List<T> select(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return asking(sql, () -> {
            dialect.prepare(handle.getConnection(), sql);
            try (Query query = bound(handle.createQuery(sql), parameters)) {
                return query.map((rows, context) -> mapper.map(new ResultRow(rows)))
                        .list();
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
        return asking(sql, () -> {
            dialect.prepare(handle.getConnection(), sql);
            try (Update update = bound(handle.createUpdate(sql), parameters)) {
                return update.execute();
            }
        });
    }

    @Override
    public int[] batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return asking(sql, () -> {
            dialect.prepare(handle.getConnection(), sql);
            try (PreparedBatch batch = handle.prepareBatch(sql)) {
                for (@Nullable Object[] row : rows) {
                    bound(batch, row).add();
                }
                return batch.execute();
            }
        });
    }

    @Override
    public boolean[] insertAbsent(String table, List<String> columns, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new boolean[0];
        }
        String sql = insert(table, columns);
        return asking(sql, () -> dialect.insertAbsent(handle.getConnection(), sql, rows));
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

    private static <S extends SqlStatement<S>> S bound(S statement, @Nullable Object[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.bind(i, (position, target, context) -> Parameters.bind(target, position, value));
        }
        return statement;
    }

    /** Jdbi's own messages quote the parameters, so only the engine's words are passed on. */
    private static <T> T asking(String sql, Callable<T> question) {
        try {
            return question.call();
        } catch (SQLException e) {
            throw failure(sql, e);
        } catch (JdbiException e) {
            Throwable cause = e.getCause();
            throw failure(sql, cause instanceof SQLException ? cause : e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreException("Cannot run " + quoted(sql), e);
        }
    }

    private static StoreException failure(String sql, Throwable cause) {
        Throwable said = cause instanceof SQLException first && first.getNextException() != null
                ? first.getNextException()
                : cause;
        String reason = said instanceof SQLException
                ? said.getMessage()
                : said.getClass().getSimpleName();
        return new StoreException("Cannot run " + quoted(sql) + ": " + reason, said);
    }

    private static String quoted(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return "'" + (line.length() <= QUOTED_SQL ? line : line.substring(0, QUOTED_SQL) + "…") + "'";
    }
}
