package tacit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class CompiledStatementsTest {

    private static final String ASKED = "SELECT name FROM hens WHERE id = ?";

    private final CompiledStatements compiled = new CompiledStatements();

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:hsqldb:mem:compiled;shutdown=true", "SA", "");
    }

    private static Connection withHens() throws SQLException {
        Connection connection = connection();
        connection.createStatement().execute("CREATE TABLE hens (id INTEGER PRIMARY KEY, name VARCHAR(20))");
        connection.createStatement().execute("INSERT INTO hens VALUES (1, 'Berta')");
        return connection;
    }

    private static String name(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASKED)) {
            statement.setInt(1, 1);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Test
    void keepsAStatementOfAConnectionOnce() throws SQLException {
        try (Connection connection = withHens()) {
            compiled.keep(connection, ASKED);
            compiled.keep(connection, ASKED);

            assertThat(compiled.size()).isEqualTo(1);
            assertThat(name(connection)).isEqualTo("Berta");
            assertThat(name(connection)).isEqualTo("Berta");
        }
    }

    @Test
    void aChangedTableIsAskedAsItIsNow() throws SQLException {
        try (Connection connection = withHens()) {
            compiled.keep(connection, ASKED);
            name(connection);
            connection.createStatement().execute("ALTER TABLE hens ALTER COLUMN name RENAME TO title");

            assertThatThrownBy(() -> name(connection)).isInstanceOf(SQLException.class);

            connection.createStatement().execute("ALTER TABLE hens ADD COLUMN name VARCHAR(20) DEFAULT 'Cleo'");

            assertThat(name(connection)).isEqualTo("Cleo");
        }
    }

    @Test
    void keepsTheLatestOnly() throws SQLException {
        try (Connection connection = withHens()) {
            for (int i = 0; i < 300; i++) {
                compiled.keep(connection, "SELECT name FROM hens WHERE id = " + i);
            }

            assertThat(compiled.size()).isEqualTo(256);
            assertThat(name(connection)).isEqualTo("Berta");
        }
    }

    @Test
    void forgetsAConnectionThatWasClosed() throws SQLException {
        try (Connection first = withHens()) {
            compiled.keep(first, ASKED);
            try (Connection second = connection()) {
                compiled.keep(second, ASKED);
            }
            try (Connection third = connection()) {
                compiled.keep(third, ASKED);

                assertThat(compiled.size()).isEqualTo(2);
            }
        }
    }
}
