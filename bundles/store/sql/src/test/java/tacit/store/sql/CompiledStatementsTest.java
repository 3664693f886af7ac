package tacit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class CompiledStatementsTest {

    private static final String ASKED = "SELECT name FROM hens WHERE id = ?";

    private long seconds;
    private final CompiledStatements compiled = new CompiledStatements(() -> TimeUnit.SECONDS.toNanos(seconds));

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:hsqldb:mem:compiled;shutdown=true", "SA", "");
    }

    private static Connection withHens() throws SQLException {
        Connection connection = connection();
        connection.createStatement().execute("CREATE TABLE hens (id INTEGER PRIMARY KEY, name VARCHAR(20))");
        connection.createStatement().execute("INSERT INTO hens VALUES (1, 'Berta')");
        return connection;
    }

    private String name(Connection connection) throws SQLException {
        return compiled.ask(connection, ASKED, CompiledStatementsTest::nameOfTheFirst);
    }

    private static String nameOfTheFirst(PreparedStatement statement) throws SQLException {
        statement.setInt(1, 1);
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void keepsAStatementOfAConnectionOnce() throws SQLException {
        try (Connection connection = withHens()) {
            assertThat(name(connection)).isEqualTo("Berta");
            assertThat(name(connection)).isEqualTo("Berta");

            assertThat(compiled.size()).isEqualTo(1);
        }
    }

    @Test
    void usesAStatementAgain() throws SQLException {
        try (Connection connection = withHens()) {
            List<PreparedStatement> used = new ArrayList<>();
            compiled.ask(connection, ASKED, used::add);
            compiled.ask(connection, ASKED, used::add);

            assertThat(used.get(1)).isSameAs(used.get(0));
        }
    }

    @Test
    void compilesAnewAfterSomeTimeAndThenMoreSeldom() throws SQLException {
        try (Connection connection = withHens()) {
            List<PreparedStatement> used = new ArrayList<>();
            for (int at : List.of(0, 4, 5, 24, 25, 104, 105)) {
                seconds = at;
                compiled.ask(connection, ASKED, used::add);
            }

            assertThat(new LinkedHashSet<>(used)).containsExactly(used.get(0), used.get(2), used.get(4), used.get(6));
            assertThat(used.get(1)).isSameAs(used.get(0));
            assertThat(used.get(0).isClosed()).isTrue();
            assertThat(compiled.size()).isEqualTo(1);
        }
    }

    @Test
    void aQuestionWithinAQuestionHarmsNothing() throws SQLException {
        try (Connection connection = withHens()) {
            String outer = compiled.ask(connection, ASKED, statement -> {
                statement.setInt(1, 1);
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(name(connection)).isEqualTo("Berta");
                    rows.next();
                    return rows.getString(1);
                }
            });

            assertThat(outer).isEqualTo("Berta");
            assertThat(compiled.size()).isEqualTo(1);
        }
    }

    @Test
    void keepsNoStatementThatFailed() throws SQLException {
        try (Connection connection = withHens()) {
            PreparedStatement[] used = new PreparedStatement[1];
            assertThatThrownBy(() -> compiled.ask(connection, ASKED, statement -> {
                        used[0] = statement;
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(compiled.size()).isZero();
            assertThat(used[0].isClosed()).isTrue();
            assertThat(name(connection)).isEqualTo("Berta");
        }
    }

    @Test
    void aChangedTableIsAskedAsItIsNow() throws SQLException {
        try (Connection connection = withHens()) {
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
                compiled.ask(connection, "SELECT name FROM hens WHERE id = " + i, PreparedStatement::execute);
            }

            assertThat(compiled.size()).isEqualTo(256);
            assertThat(name(connection)).isEqualTo("Berta");
        }
    }

    @Test
    void forgetsAConnectionThatWasClosed() throws SQLException {
        try (Connection first = withHens()) {
            name(first);
            try (Connection second = connection()) {
                name(second);
            }
            try (Connection third = connection()) {
                name(third);

                assertThat(compiled.size()).isEqualTo(2);
            }
        }
    }
}
