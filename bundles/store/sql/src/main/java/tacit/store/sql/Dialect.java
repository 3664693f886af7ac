package tacit.store.sql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Session;

/** What the portable SQL cannot say the same way to both engines. */
interface Dialect {

    /** Chooses by the product that answers. */
    static Dialect of(DatabaseMetaData product) throws SQLException {
        String name = product.getDatabaseProductName();
        if (name.startsWith("HSQL")) {
            return new HsqldbDialect();
        }
        if (name.startsWith("PostgreSQL")) {
            return new PostgresqlDialect();
        }
        throw new IllegalArgumentException("DataSource must be HSQLDB or PostgreSQL, got '" + name + "'");
    }

    /** Inserts the rows whose key is not taken; answers for each whether it was inserted. */
    boolean[] insertAbsent(Connection connection, String insert, List<@Nullable Object[]> rows) throws SQLException;

    /** Lets a question be asked by a statement, on a connection of a pool. */
    default <T> T ask(Connection connection, String sql, Question<T> question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return question.ask(statement);
        }
    }

    /** What is done with a statement that is open for so long. */
    @FunctionalInterface
    interface Question<T> {

        T ask(PreparedStatement statement) throws SQLException;
    }

    /** Keeps other hosts from migrating until the transaction ends. */
    void lockMigrations(Session session);

    /** Rewrites the files without what was deleted; no transaction is open. */
    void compact(Connection connection) throws SQLException;

    /** Sets all parameters of a statement. */
    static void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Parameters.bind(statement, i + 1, row[i]);
        }
    }
}
