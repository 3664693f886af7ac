package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claude Code and Codex at the real image: connected, heard, answered and disconnected. */
class ConnectIT {

    private static final String MINE = "{\n  \"model\": \"opus\"\n}\n";

    @TempDir
    Path folder;

    private String hook(Path data, String agent, String event) throws Exception {
        Path in = Files.writeString(folder.resolve("in"), event);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(data.resolve("bin/tacit-hook").toString(), agent, "hooks")
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(out);
    }

    private static String event(String session, String name, String more) {
        return "{\"session_id\":\"" + session + "\",\"cwd\":\"/work\",\"hook_event_name\":\"" + name + "\"" + more
                + "}";
    }

    private static String call(String name, String id, String command) {
        return event(
                "s1",
                name,
                ",\"tool_name\":\"Bash\",\"tool_use_id\":\"" + id + "\",\"tool_input\":{\"command\":\"" + command
                        + "\"},\"tool_response\":{\"stdout\":\"done\"}");
    }

    /** What one of several new sessions is told; the machine may be too busy for a single one. */
    private String told(Path data, String agent) throws Exception {
        String told = "";
        for (int i = 0; i < 20 && told.isEmpty(); i++) {
            told = hook(data, agent, event("new-" + i, "SessionStart", ",\"source\":\"startup\""))
                    + hook(data, agent, event("new-" + i, "UserPromptSubmit", ",\"prompt\":\"Release the shop\""));
        }
        return told;
    }

    @Test
    void hearsAndAnswersClaudeCodeAndLeavesNothingBehind() throws Exception {
        Path data = folder.resolve("data");
        Path settings = folder.resolve("home/.claude/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, MINE);
        try (Tacit host = Tacit.up(data)) {
            assertThat(host.output()).doesNotContain("tacit.surface.agents");
            Api api = new Api(data);
            Tacit connect = Tacit.run(
                    "connect", "claude-code", "--data", data, "--home", folder.resolve("home"), "--user", "ann");
            assertThat(connect.exitCode()).as(connect.output()).isZero();
            assertThat(settings).content().contains("tacit-hook", "\"model\": \"opus\"");

            hook(data, "claude-code", event("s1", "SessionStart", ",\"source\":\"startup\""));
            hook(data, "claude-code", event("s1", "UserPromptSubmit", ",\"prompt\":\"Release the shop\""));
            assertThat(hook(data, "claude-code", call("PreToolUse", "t1", "make ship")))
                    .isEmpty();
            hook(data, "claude-code", call("PostToolUse", "t1", "make ship"));
            assertThat(hook(data, "claude-code", call("PreToolUse", "t2", "sudo rm -rf /")))
                    .contains("\"deny\"");
            hook(data, "claude-code", event("s1", "Stop", ""));
            assertThat(api.get("/v1/traces/claude-code:s1", api.operator()).body())
                    .contains("\"userId\":\"ann\"", "execute_tool Bash", "Release the shop", "\"completed\"");

            assertThat(api.shell("tacit:curated --user ann --target user add 'Ship with make ship only'"))
                    .contains("DONE");
            assertThat(told(data, "claude-code"))
                    .contains("hookSpecificOutput", "additionalContext", "Ship with make ship only");

            Tacit disconnect = Tacit.run("disconnect", "claude-code", "--data", data);
            assertThat(disconnect.exitCode()).as(disconnect.output()).isZero();
        }
        assertThat(settings).content().isEqualTo(MINE);
        assertThat(data.resolve("bin")).doesNotExist();
    }

    @Test
    void connectsCodexWhileNoHostRuns() throws Exception {
        Path data = folder.resolve("data");
        Path home = Files.createDirectories(folder.resolve("home"));

        Tacit connect = Tacit.run("connect", "codex", "--data", data, "--home", home, "--user", "ann");

        assertThat(connect.exitCode()).as(connect.output()).isZero();
        assertThat(home.resolve(".codex/config.toml")).content().contains("http://127.0.0.1:4318/v1/logs");
        assertThat(hook(data, "codex", event("c1", "UserPromptSubmit", ",\"prompt\":\"x\"")))
                .isEmpty();
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            assertThat(host.output()).doesNotContain("tacit.surface.agents");
            api.shell("tacit:curated --user ann --target user add 'Ship with make ship only'");
            assertThat(told(data, "codex")).contains("Ship with make ship only");
        }
        assertThat(Tacit.run("disconnect", "codex", "--data", data).exitCode()).isZero();
        assertThat(home).isEmptyDirectory();
    }
}
