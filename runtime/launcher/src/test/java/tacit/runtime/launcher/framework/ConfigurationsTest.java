package tacit.runtime.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.runtime.launcher.data.DataDirectory;

class ConfigurationsTest {

    private static final Distribution IMAGE = new Distribution(Path.of("image"));

    @TempDir
    Path folder;

    private Path settings;
    private Ports.Asked asked = new Ports.Asked(OptionalInt.of(1), OptionalInt.of(2));

    @BeforeEach
    void makeSettings() throws IOException {
        settings = Files.createDirectories(folder.resolve("etc"));
    }

    @Test
    void configuresTheGatewayAndTheStoreInProcess() throws Exception {
        assertThat(written("surface/gateway/Gateway"))
                .contains("api.port=\"1\"")
                .contains("otlp.port=\"2\"");
        assertThat(written("store/hsqldb/HsqldbDataSource"))
                .contains(folder.resolve("db").toString());
    }

    @Test
    void tellsTheHarnessWhereTheImageIs() throws Exception {
        assertThat(written("runtime/harness/activation/LiveHarness"))
                .contains("home=")
                .contains("data.directory=");
    }

    @Test
    void givesACommandNoPortAndNoWorkOfItsOwn() throws Exception {
        Configurations.ofCommand(new DataDirectory(folder), IMAGE).writeTo(folder.resolve("out"));

        assertThat(folder.resolve("out/tacit/runtime/ledger/FileLedger.config")).exists();
        assertThat(folder.resolve("out/tacit/surface/gateway")).doesNotExist();
        assertThat(folder.resolve("out/tacit/learn/pipeline")).doesNotExist();
        assertThat(folder.resolve("out/tacit/runtime/harness/staging/PluginFolder.config"))
                .doesNotExist();
    }

    @Test
    void letsTheOperatorOverride() throws Exception {
        Files.writeString(settings.resolve("tacit.surface.gateway.Gateway.properties"), "host=0.0.0.0\nlimit = 3\n");

        assertThat(written("surface/gateway/Gateway"))
                .contains("host=\"0.0.0.0\"")
                .contains("limit=\"3\"")
                .contains("api.port=\"1\"");
    }

    @Test
    void opensTheUsualPortsWhereNobodySaysOtherwise() throws Exception {
        assertThat(ports()).isEqualTo(new Ports(7717, 4318));
    }

    @Test
    void opensThePortsOfTheSettingsUnlessTheStartAsksForOthers() throws Exception {
        Files.writeString(
                settings.resolve("tacit.surface.gateway.Gateway.properties"), "api.port = 8080\notlp.port = 8081\n");

        assertThat(ports()).isEqualTo(new Ports(8080, 8081));
        asked = new Ports.Asked(OptionalInt.empty(), OptionalInt.of(9));
        assertThat(written("surface/gateway/Gateway"))
                .contains("api.port=\"8080\"")
                .contains("otlp.port=\"9\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "65536", "123456", ""})
    void refusesAPortThatIsNone(String port) throws Exception {
        Files.writeString(settings.resolve("tacit.surface.gateway.Gateway.properties"), "api.port = " + port + "\n");

        assertThatThrownBy(this::ports).hasMessage("api.port must be in [0, 65535], got '" + port + "'");
    }

    private Ports ports() throws IOException {
        return Configurations.ofHost(new DataDirectory(folder), IMAGE, Ports.Asked.NOTHING)
                .ports();
    }

    @Test
    void leavesTheStoreInProcessAloneWhenPostgresqlIsConfigured() throws Exception {
        Files.writeString(settings.resolve("tacit.store.postgresql.PostgresqlDataSource.properties"), "url=u\n");

        assertThat(written("store/postgresql/PostgresqlDataSource")).contains("url=\"u\"");
        assertThat(folder.resolve("out/tacit/store/hsqldb")).doesNotExist();
    }

    @Test
    void refusesAMalformedFileByName() throws Exception {
        Files.writeString(settings.resolve("a.B.properties"), "key=\\u12\n");

        assertThatThrownBy(() -> written("a/B")).isInstanceOf(IOException.class).hasMessageContaining("a.B.properties");
    }

    private String written(String name) throws IOException {
        Configurations.ofHost(new DataDirectory(folder), IMAGE, asked).writeTo(folder.resolve("out"));
        return Files.readString(folder.resolve("out/tacit").resolve(name + ".config"));
    }
}
