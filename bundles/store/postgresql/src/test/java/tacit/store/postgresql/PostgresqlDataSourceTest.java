package tacit.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresqlDataSourceTest {

    private static final String URL = "jdbc:postgresql://localhost:5432/tacit";

    @TempDir
    private Path folder;

    @Test
    void takesThePasswordFromTheOnePlaceThatIsSet() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from file\n");

        assertThat(find(Map.of("password", "open"), Map.of())).isEqualTo("open");
        assertThat(find(Map.of("password_file", file.toString()), Map.of())).isEqualTo("from file");
        assertThat(find(Map.of("password_environment", "TACIT_DB"), Map.of("TACIT_DB", "hidden")))
                .isEqualTo("hidden");
        assertThat(find(Map.of(), Map.of())).isEmpty();
    }

    @Test
    void refusesTwoPlacesForThePassword() {
        assertThatThrownBy(() -> find(Map.of("password", "a", "password_environment", "B"), Map.of("B", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be set together");
    }

    @Test
    void refusesAMissingPasswordFile() {
        assertThatThrownBy(() -> find(Map.of("password_file", folder + "/none"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("password.file must be readable");
    }

    @Test
    void refusesAVariableThatIsNotSet() {
        assertThatThrownBy(() -> find(Map.of("password_environment", "NONE"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("password.environment must name a set variable, got 'NONE'");
    }

    @Test
    void refusesAnotherScheme() {
        assertThatThrownBy(() -> new PostgresqlDataSource(config(Map.of("url", "jdbc:mysql://secret@host"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("url must start with jdbc:postgresql:, got another scheme");
    }

    @Test
    void refusesATimeOutOutOfRange() {
        assertThatThrownBy(() -> new PostgresqlDataSource(config(Map.of("connect_timeout_seconds", 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("connect.timeout.seconds must be in [1, 600], got 0");
    }

    @Test
    void keepsTheValuesOfRefusedRowsOutOfMessages() throws SQLException {
        PostgresqlDataSource source = new PostgresqlDataSource(config(Map.of("password", "x")));

        PGSimpleDataSource driver = source.unwrap(PGSimpleDataSource.class);

        assertThat(driver.getLogServerErrorDetail()).isFalse();
        assertThat(driver.getUser()).isEqualTo("tacit");
        assertThat(driver.getServerNames()).containsExactly("localhost");
    }

    private static String find(Map<String, ?> settings, Map<String, String> environment) {
        return new Password(environment).find(config(settings));
    }

    private static PostgresqlDataSource.Config config(Map<String, ?> settings) {
        return (PostgresqlDataSource.Config) Proxy.newProxyInstance(
                PostgresqlDataSourceTest.class.getClassLoader(),
                new Class<?>[] {PostgresqlDataSource.Config.class},
                (self, method, arguments) -> {
                    Object otherwise = method.getDefaultValue() == null ? URL : method.getDefaultValue();
                    Object value = settings.get(method.getName());
                    return value == null ? otherwise : value;
                });
    }
}
