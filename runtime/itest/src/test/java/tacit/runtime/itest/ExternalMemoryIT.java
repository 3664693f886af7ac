package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A memory outside in the real image: configured, but with every write to it waiting, so that nothing leaves this machine. */
class ExternalMemoryIT {

    private static final String KEY = "sm_integration_0123456789";
    private static final String TRACE = "0000000000000000000000000000e001";

    @TempDir
    static Path data;

    private static Tacit host;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() throws Exception {
        Path settings = Files.createDirectories(data.resolve("etc"));
        Path key = Files.writeString(data.resolve("supermemory-key"), KEY + "\n");
        write(settings, "tacit.memory.gate.SqlWriteGate", "mode = external_only\n");
        write(
                settings,
                "tacit.memory.external.supermemory.Supermemory",
                "enabled = true\nthreshold = 7\nkey.file = " + key + "\n");
        host = Tacit.up(data);
        api = new Api(data);
        agent = api.token("agent", "--role agent");
        String spans = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"" + TRACE
                + "\",\"spanId\":\"00000000000000a1\",\"name\":\"run\"}]}]}]}";
        assertThat(api.export("/v1/traces", agent, spans).statusCode()).isEqualTo(200);
    }

    private static void write(Path folder, String pid, String settings) throws IOException {
        Files.writeString(folder.resolve(pid + ".properties"), settings);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void sm04ShowsHowItIsSetAndItsKeyNowhere() throws Exception {
        String status = api.get("/v1/memory/external", api.operator()).body();

        assertThat(status)
                .contains("\"id\":\"supermemory\"", "\"enabled\":true", "\"keyConfigured\":\"true\"")
                .contains("\"breaker\":\"closed\"", "\"threshold\":\"1.0\"")
                .doesNotContain(KEY);
        assertThat(api.get("/v1/memory/external", agent).statusCode()).isEqualTo(403);
        assertThat(api.shell("tacit:memory external")).contains("supermemory").doesNotContain(KEY);
        assertThat(api.shell("scr:config")).doesNotContain(KEY);
        assertThat(api.shell("tacit:services Supermemory")).doesNotContain(KEY);
        for (Path file : logs()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain(KEY);
        }
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("log"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void wg03LetsWhatAnAgentWantsToSendWait() throws Exception {
        assertThat(api.get("/v1/memory/tools", agent).body())
                .contains("supermemory_profile", "supermemory_search", "supermemory_remember", "supermemory_forget");

        String answer = api.post(
                        "/v1/memory/tools/supermemory_remember",
                        agent,
                        "{\"taskId\":\"" + TRACE + "\",\"arguments\":{\"content\":\"Deploys run at night\"}}")
                .body();
        String turn = api.post("/v1/memory/external/turn", agent, "{\"memories\":[\"The office moves\"]}")
                .body();

        assertThat(answer).contains("\"status\":\"staged\"");
        assertThat(turn).isEqualTo("{\"sent\":0}");
        assertThat(api.get("/v1/memory/writes?status=pending", api.operator()).body())
                .contains("\"target\":\"external\"", "\"action\":\"remember\"", "\"origin\":\"background\"");
    }

    @Test
    void startsWithoutAProblem() {
        assertThat(host.output()).doesNotContain("Problem");
    }
}
