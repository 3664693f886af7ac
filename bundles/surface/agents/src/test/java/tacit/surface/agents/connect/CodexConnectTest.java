package tacit.surface.agents.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.surface.agents.text.TomlText;

class CodexConnectTest {

    private static final String MINE = "# mine\nmodel = \"m\"\n\n[projects.\"/a\"]\ntrust_level = \"trusted\"\n";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private int connect(String... more) {
        String[] all = new String[more.length + 3];
        System.arraycopy(new String[] {"codex", "--home", desk.home.toString()}, 0, all, 0, 3);
        System.arraycopy(more, 0, all, 3, more.length);
        return desk.connect(all);
    }

    private JsonNode config() throws Exception {
        return TomlText.of(Files.readString(desk.codex("config.toml"))).node();
    }

    @Test
    void writesTelemetryAndNotifyInsideAMarkedBlock() throws Exception {
        desk.write(desk.codex("config.toml"), MINE);

        assertThat(connect("--user", "ann")).isZero();

        JsonNode otel = config().path("otel");
        assertThat(otel.path("exporter").path("otlp-http").path("endpoint").asText())
                .isEqualTo("http://127.0.0.1:4718/v1/logs");
        assertThat(otel.path("exporter").path("otlp-http").path("protocol").asText())
                .isEqualTo("binary");
        assertThat(otel.path("exporter").path("otlp-http").path("headers").toString())
                .isEqualTo("{\"X-Tacit-User\":\"ann\"}");
        assertThat(config().path("notify").path(0).asText())
                .isEqualTo(desk.data.resolve("bin/tacit-hook").toString());
        assertThat(config().path("model").asText()).isEqualTo("m");
        assertThat(Files.readString(desk.codex("config.toml")))
                .startsWith(TomlText.BEGIN)
                .endsWith(MINE);
        assertThat(desk.codex("hooks.json"))
                .content()
                .contains("codex hooks", "UserPromptSubmit")
                .doesNotContain("Stop");
        assertThat(desk.err()).contains("/hooks");
    }

    @Test
    void takesEverythingBackByteForByte() throws Exception {
        desk.write(desk.codex("config.toml"), MINE);

        connect();
        connect();
        desk.disconnect("codex");

        assertThat(Files.readString(desk.codex("config.toml"))).isEqualTo(MINE);
        assertThat(desk.codex("hooks.json")).doesNotExist();
    }

    @Test
    void takesOnlyTheBlockOutOfAFileThatChangedSince() throws Exception {
        desk.write(desk.codex("config.toml"), MINE);
        connect();
        Files.writeString(desk.codex("config.toml"), Files.readString(desk.codex("config.toml")) + "\n[tui]\nx = 1\n");

        desk.disconnect("codex");

        assertThat(Files.readString(desk.codex("config.toml"))).isEqualTo(MINE + "\n[tui]\nx = 1\n");
    }

    @Test
    void leavesABlockThatWasChangedAndSaysSo() throws Exception {
        connect();
        String changed = Files.readString(desk.codex("config.toml")).replace("binary", "json");
        Files.writeString(desk.codex("config.toml"), changed);

        desk.disconnect("codex");

        assertThat(Files.readString(desk.codex("config.toml"))).isEqualTo(changed);
        assertThat(desk.err()).contains("block of Tacit was changed since");
    }

    @Test
    void changesNothingWhereTelemetryIsSet() throws Exception {
        String mine = MINE + "[otel]\nexporter = \"none\"\n";
        desk.write(desk.codex("config.toml"), mine);

        assertThatThrownBy(this::connect).hasMessageContaining("[otel] of its own");

        assertThat(Files.readString(desk.codex("config.toml"))).isEqualTo(mine);
        assertThat(desk.codex("hooks.json")).doesNotExist();
    }

    @Test
    void keepsTheProgramThatIsNotifiedAlready() throws Exception {
        desk.write(desk.codex("config.toml"), "notify = [\"mine\"]\n");

        connect();

        assertThat(config().path("notify").path(0).asText()).isEqualTo("mine");
        assertThat(desk.err()).contains("notify is set already");
    }

    @Test
    void saysWhereTheSettingsCannotBeRead() throws Exception {
        desk.write(desk.codex("config.toml"), "model = \n");

        assertThatThrownBy(this::connect).hasMessageContaining("config.toml").hasMessageContaining("line 1");
        assertThat(desk.codex("config.toml")).hasContent("model = ");
    }

    @Test
    void leavesTelemetryAloneInAProject() throws Exception {
        Path project = desk.home.resolve("p");
        Files.createDirectories(project);
        Files.writeString(project.resolve("AGENTS.md"), "mine");

        desk.connect("codex", "--project", project.toString());

        assertThat(project.resolve(".codex/hooks.json")).exists();
        assertThat(project.resolve(".codex/config.toml")).doesNotExist();
        assertThat(project.resolve("AGENTS.md")).hasContent("mine");
    }
}
