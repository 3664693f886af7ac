package tacit.surface.agents.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.store.Scope;

class ClaudeCodeConnectTest {

    private static final String MINE = """
            {
              "model": "opus",
              "env": { "FOO": "bär", "CLAUDE_CODE_ENABLE_TELEMETRY": "0" },
              "hooks": {
                "Stop": [
                  { "hooks": [ { "type": "command", "command": "say done" } ] }
                ],
                "PreToolUse": [ { "matcher": "Bash", "hooks": [] } ]
              },
              "unknownToUs": [1, 2, { "deep": null }]
            }
            """;

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

    private String[] ann(String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(new String[] {"claude-code", "--home", desk.home.toString(), "--user", "ann"}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return all;
    }

    private JsonNode settings() throws Exception {
        return new ObjectMapper().readTree(desk.claude().toFile());
    }

    @Test
    void writesHooksAndTelemetryBesideWhatIsThere() throws Exception {
        desk.write(desk.claude(), MINE);

        assertThat(desk.connect(ann())).isZero();

        JsonNode settings = settings();
        assertThat(settings.path("env").path("FOO").asText()).isEqualTo("bär");
        assertThat(settings.path("env").path("CLAUDE_CODE_ENABLE_TELEMETRY").asText())
                .isEqualTo("1");
        assertThat(settings.path("env").path("OTEL_EXPORTER_OTLP_ENDPOINT").asText())
                .isEqualTo("http://127.0.0.1:4718");
        assertThat(settings.path("env").has("OTEL_METRICS_EXPORTER")).isFalse();
        assertThat(settings.path("env").has("OTEL_EXPORTER_OTLP_HEADERS")).isFalse();
        assertThat(settings.path("hooks").path("Stop")).hasSize(2);
        assertThat(settings.path("hooks").path("Stop").path(0).toString()).contains("say done");
        assertThat(settings.path("hooks").properties())
                .hasSize(Agent.CLAUDE_CODE.events().size());
        assertThat(settings.path("hooks")
                        .path("UserPromptSubmit")
                        .path(0)
                        .path("hooks")
                        .path(0)
                        .path("command")
                        .asText())
                .isEqualTo("'" + desk.data.toString().replace("'", "'\\''") + "/bin/tacit-hook' claude-code hooks");
        assertThat(Files.readString(desk.claude())).contains("\"env\": { \"FOO\": \"bär\", ");
    }

    @Test
    void givesTheAgentATokenOfItsUserInAFileOfItsOwner() throws Exception {
        desk.connect(ann());

        assertThat(desk.tokens.list())
                .contains(new Principal("claude-code", AccessRole.AGENT, new Scope("default", "ann")));
        Path file = desk.data.resolve("connect/claude-code.curl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String token = Files.readString(file).replaceAll("(?s).*Bearer ([^\"]+).*", "$1");
        assertThat(desk.tokens.authenticate(token)).isPresent();
        assertThat(Files.readString(desk.claude())).doesNotContain(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.data.resolve("bin/tacit-hook"))))
                .isEqualTo("rwx------");
    }

    @Test
    void takesEverythingBackByteForByte() throws Exception {
        desk.write(desk.claude(), MINE);

        desk.connect(ann());
        assertThat(desk.disconnect("claude-code")).isZero();

        assertThat(desk.claude()).hasContent(MINE);
        assertThat(desk.tokens.list()).extracting(Principal::name).doesNotContain("claude-code");
        assertThat(desk.data.resolve("bin")).doesNotExist();
        assertThat(desk.data.resolve("connect")).isEmptyDirectory();
        assertThat(desk.audit.entries)
                .extracting(entry -> entry.action())
                .contains("agent.connect", "agent.disconnect");
    }

    @Test
    void leavesNoFileWhereThereWasNone() throws Exception {
        desk.connect(ann());
        assertThat(desk.claude()).exists();

        desk.disconnect("claude-code");

        assertThat(desk.home).isEmptyDirectory();
    }

    @Test
    void doesTheSameTwiceAsOnce() throws Exception {
        desk.write(desk.claude(), MINE);
        desk.connect(ann());
        String once = Files.readString(desk.claude());
        String token = Files.readString(desk.data.resolve("connect/claude-code.curl"));

        assertThat(desk.connect(ann())).isZero();

        assertThat(desk.out()).contains("was connected already");
        assertThat(desk.claude()).hasContent(once);
        assertThat(desk.data.resolve("connect/claude-code.curl")).hasContent(token.strip());
        desk.disconnect("claude-code");
        assertThat(desk.claude()).hasContent(MINE);
    }

    @Test
    void followsAHostThatMoved() throws Exception {
        desk.write(desk.claude(), MINE);
        desk.connect(ann());
        desk.host(5000);

        desk.connect(ann());

        assertThat(settings().path("env").path("OTEL_EXPORTER_OTLP_ENDPOINT").asText())
                .isEqualTo("http://127.0.0.1:5000");
        assertThat(settings().path("hooks").path("Stop")).hasSize(2);
        desk.disconnect("claude-code");
        assertThat(desk.claude()).hasContent(MINE);
    }

    @Test
    void leavesAndNamesWhatTheUserChangedSince() throws Exception {
        desk.write(desk.claude(), MINE);
        desk.connect(ann());
        String changed = Files.readString(desk.claude())
                .replace("\"OTEL_LOG_USER_PROMPTS\": \"1\"", "\"OTEL_LOG_USER_PROMPTS\": \"0\"")
                .replace("\"model\": \"opus\"", "\"model\": \"sonnet\",\n  \"theme\": \"dark\"");
        Files.writeString(desk.claude(), changed);

        desk.disconnect("claude-code");

        assertThat(desk.err()).contains("OTEL_LOG_USER_PROMPTS was changed since");
        assertThat(desk.claude())
                .hasContent(MINE.replace("\"model\": \"opus\"", "\"model\": \"sonnet\",\n  \"theme\": \"dark\"")
                        .replace(
                                "\"CLAUDE_CODE_ENABLE_TELEMETRY\": \"0\"",
                                "\"CLAUDE_CODE_ENABLE_TELEMETRY\": \"0\", \"OTEL_LOG_USER_PROMPTS\": \"0\""));
    }

    @Test
    void keepsTelemetryThatGoesElsewhere() throws Exception {
        String mine = "{\"env\": {\"OTEL_EXPORTER_OTLP_ENDPOINT\": \"http://collector:4318\"}}";
        desk.write(desk.claude(), mine);

        desk.connect(ann());

        assertThat(desk.err()).contains("Telemetry goes elsewhere already (OTEL_EXPORTER_OTLP_ENDPOINT)");
        assertThat(settings().path("env").properties()).hasSize(1);
        assertThat(settings().path("hooks").has("Stop")).isTrue();

        desk.connect(ann("--replace-telemetry"));
        assertThat(settings().path("env").path("OTEL_EXPORTER_OTLP_ENDPOINT").asText())
                .contains("4718");
        desk.disconnect("claude-code");
        assertThat(desk.claude()).hasContent(mine);
    }

    @Test
    void refusesWhatItCannotReadAndTouchesNothing() throws Exception {
        desk.write(desk.claude(), "{\n  \"env\": {},\n  oops\n}");
        int tokens = desk.tokens.list().size();

        assertThatThrownBy(() -> desk.connect(ann()))
                .hasMessageContaining(desk.claude().toString())
                .hasMessageContaining("line 3");
        desk.write(desk.claude(), "{\"hooks\": []}");
        assertThatThrownBy(() -> desk.connect(ann())).hasMessageContaining("hooks must be an object, it is array");

        assertThat(desk.claude()).hasContent("{\"hooks\": []}");
        assertThat(desk.tokens.list()).hasSize(tokens);
        assertThat(desk.data.resolve("connect")).doesNotExist();
    }

    @Test
    void onlyShowsWhatItWouldDo() throws Exception {
        desk.write(desk.claude(), MINE);

        assertThat(desk.connect(ann("--dry-run"))).isZero();

        assertThat(desk.out()).contains("Would change", "+ ", "tacit-hook");
        assertThat(desk.claude()).hasContent(MINE);
        assertThat(desk.data.resolve("connect")).doesNotExist();
        desk.connect(ann());
        String connected = Files.readString(desk.claude());
        desk.disconnect("claude-code", "--dry-run");
        assertThat(desk.out()).contains("- ");
        assertThat(desk.claude()).hasContent(connected.strip());
    }

    @Test
    void givesExportersTheTokenWhereTheHostAsksForOne() throws Exception {
        desk.write(desk.data.resolve("etc/tacit.surface.gateway.Gateway.properties"), "require.token.for.otlp=true\n");

        desk.connect(ann());

        String header =
                settings().path("env").path("OTEL_EXPORTER_OTLP_HEADERS").asText();
        assertThat(desk.tokens.authenticate(header.replace("Authorization=Bearer ", "")))
                .isPresent();
    }

    @Test
    void connectsAProjectBesideTheHomeFolder() throws Exception {
        Path project = desk.home.resolve("work");
        desk.connect(ann());
        desk.connect("claude-code", "--project", project.toString());

        desk.disconnect("claude-code", "--project", project.toString());

        assertThat(project.resolve(".claude")).doesNotExist();
        assertThat(desk.claude()).exists();
        assertThat(desk.tokens.list()).extracting(Principal::name).contains("claude-code");
        desk.disconnect("claude-code");
        assertThat(desk.tokens.list()).extracting(Principal::name).doesNotContain("claude-code");
    }

    @Test
    void takesAnotherNameWhereTheTokensNameIsTaken() {
        desk.tokens.create(new Principal("claude-code", AccessRole.READER, Scope.ofDefaultWorkspace()), "operator");

        desk.connect(ann());
        assertThat(desk.tokens.list()).extracting(Principal::name).contains("claude-code-2");

        desk.disconnect("claude-code");
        assertThat(desk.tokens.list())
                .extracting(Principal::name)
                .contains("claude-code")
                .doesNotContain("claude-code-2");
    }

    @Test
    void doesNothingBeforeItStandsInTheAuditLog() {
        desk.audit.broken = true;

        assertThatThrownBy(() -> desk.connect(ann())).hasMessageContaining("full");

        assertThat(desk.claude()).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        assertThatThrownBy(() -> desk.connect("cursor")).hasMessageContaining("must be claude-code or codex");
        assertThatThrownBy(() -> desk.connect("codex", "--home")).hasMessageContaining("followed by a value");
        assertThatThrownBy(() -> desk.connect("codex", "--home", "a", "--project", "b"))
                .hasMessageContaining("together");
        assertThat(desk.disconnect("codex")).isZero();
        assertThat(desk.out()).contains("is not connected");
    }
}
