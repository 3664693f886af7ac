package tacit.store.hsqldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HsqldbDataSourceTest {

    @TempDir
    private Path folder;

    @Test
    void keepsRowsOverARestart() throws SQLException {
        try (HsqldbDataSource source = open(Map.of())) {
            execute(source, "CREATE TABLE notes (id TEXT PRIMARY KEY)");
            execute(source, "INSERT INTO notes VALUES ('a')");
        }

        try (HsqldbDataSource source = open(Map.of())) {
            assertThat(ask(source, "SELECT id FROM notes")).isEqualTo("a");
        }
    }

    @Test
    void hasCommittedRowsInItsLogAtOnce() throws SQLException, IOException {
        try (HsqldbDataSource source = open(Map.of());
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE notes (id TEXT PRIMARY KEY)");
            statement.execute("INSERT INTO notes VALUES ('kept')");
            assertThat(Files.readString(folder.resolve("db/tacit.log"))).doesNotContain("kept");

            connection.commit();

            assertThat(Files.readString(folder.resolve("db/tacit.log"))).contains("kept");
            statement.execute("CHECKPOINT");
            statement.execute("INSERT INTO notes VALUES ('kept too')");
            connection.commit();
            assertThat(Files.readString(folder.resolve("db/tacit.log")))
                    .contains("kept too")
                    .doesNotContain("'kept'");
        }
    }

    /** With what the engine estimated for the empty table, it would go through all rows of the workspace. */
    @ParameterizedTest
    @ValueSource(ints = {20, 300, 5_000})
    void takesTheIndexOfAColumnThoughTheTableWasEmptyWhenItWasFirstAsked(int rows) throws SQLException {
        try (HsqldbDataSource source = open(Map.of());
                Connection connection = source.getConnection()) {
            execute(source, "CREATE TABLE notes (place TEXT, id TEXT, run TEXT, state TEXT, PRIMARY KEY (place, id))");
            execute(source, "CREATE INDEX notes_by_run ON notes (place, run)");
            assertThat(plan(connection)).doesNotContain("NOTES_BY_RUN");

            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO notes VALUES ('p', ?, ?, 'open')")) {
                for (int row = 0; row < rows; row++) {
                    insert.setString(1, "id " + row);
                    insert.setString(2, "run " + row);
                    insert.addBatch();
                }
                insert.executeBatch();
            }

            assertThat(plan(connection)).contains("NOTES_BY_RUN");
            execute(source, "DELETE FROM notes WHERE id > 'id 1'");
            execute(source, "INSERT INTO notes VALUES ('p', 'new', 'run new', 'open')");
            plan(connection);
            assertThat(ask(source, "SELECT id FROM notes WHERE place = 'p' AND run = 'run new'"))
                    .isEqualTo("new");
            assertThat(ask(source, "SELECT COUNT(*) FROM notes WHERE place = 'p'"))
                    .isEqualTo("3");
        }
    }

    private static String plan(Connection connection) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement statement = connection.prepareStatement(
                        "EXPLAIN PLAN FOR SELECT id FROM notes WHERE place = ? AND run = ? AND state = 'open'");
                ResultSet lines = statement.executeQuery()) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void leavesNothingToRecoverWhenItCloses() {
        open(Map.of()).close();

        assertThat(folder.resolve("db/tacit.log")).doesNotExist();
        assertThat(folder.resolve("db/tacit.script")).exists();
    }

    @Test
    void keepsTablesOnDiskAndTellsTextsApartThatDifferInTrailingBlanks() throws SQLException {
        try (HsqldbDataSource source = open(Map.of("cache_rows", 500))) {
            execute(source, "CREATE TABLE notes (id TEXT PRIMARY KEY)");
            execute(source, "INSERT INTO notes VALUES ('a'), ('a ')");

            assertThat(ask(source, "SELECT COUNT(*) FROM notes WHERE id = 'a'")).isEqualTo("1");
            assertThat(folder.resolve("db/tacit.data")).exists();
        }
    }

    @Test
    void refusesADirectoryThatIsOpenAlready() {
        try (HsqldbDataSource first = open(Map.of())) {
            assertThat(first).isNotNull();

            assertThatThrownBy(() -> open(Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Cannot open the database in '")
                    .hasMessageEndingWith("another process has it open");
        }
    }

    @Test
    void refusesADirectoryThatIsAFile() throws IOException {
        Files.writeString(folder.resolve("db"), "taken");

        assertThatThrownBy(() -> open(Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "cache_rows,99,cache.rows",
        "cache_kilobytes,999,cache.kilobytes",
        "log_megabytes,0,log.megabytes",
        "log_megabytes,4001,log.megabytes"
    })
    void refusesImpossibleSettings(String setting, int value, String named) {
        assertThatThrownBy(() -> open(Map.of(setting, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(named + " must be in [")
                .hasMessageEndingWith("got " + value);
    }

    @Test
    void refusesADirectoryThatWouldChangeTheSettings() {
        assertThatThrownBy(() -> open(Map.of("directory", folder + "/a;hsqldb.write_delay=true")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("directory must be a path without semicolon");
    }

    private HsqldbDataSource open(Map<String, ?> settings) {
        return new HsqldbDataSource((HsqldbDataSource.Config) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HsqldbDataSource.Config.class},
                (self, method, arguments) -> {
                    Object otherwise = method.getDefaultValue() == null
                            ? folder.resolve("db").toString()
                            : method.getDefaultValue();
                    Object value = settings.get(method.getName());
                    return value == null ? otherwise : value;
                }));
    }

    private static void execute(HsqldbDataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(HsqldbDataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "nothing";
        }
    }
}
