package tacit.pulse.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;

class McpToolExecutorTest {

    @TempDir
    Path folder;

    private final McpToolExecutor executor =
            new McpToolExecutor(Map.of("PATH", System.getenv("PATH"), "KEY", "k-1", "HUSH", "of the host"));
    private FakeServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void hangUp() {
        server.close();
    }

    private TaskOrder order(Map<String, String> settings, Duration remaining) {
        TaskBrief brief = new TaskBrief(
                "b1",
                "p1",
                "w1",
                "anna",
                "heartbeat",
                "run-1",
                "The pump",
                "Which \"pump\" is it?",
                "It hums",
                List.of(),
                null,
                null,
                Duration.ofMinutes(5),
                0,
                0,
                Map.of(),
                Map.of());
        return new TaskOrder("ex-1", 1, brief, "here", settings, folder, remaining.toMillis());
    }

    private TaskResult http(Map<String, String> more) throws InterruptedException {
        return http(more, Duration.ofSeconds(20));
    }

    private TaskResult http(Map<String, String> more, Duration remaining) throws InterruptedException {
        Map<String, String> settings = new HashMap<>(Map.of("url", server.url(), "tool", "pump"));
        settings.putAll(more);
        assertThat(executor.problem(settings)).isEmpty();
        return executor.execute(order(settings, remaining));
    }

    @Test
    void callsTheToolWithTheTaskAndTakesItsTextForTheOutput() throws Exception {
        TaskResult done = http(Map.of());

        assertThat(done).isEqualTo(new TaskResult(true, "Pump seven", null, false, 0, 0, null, Map.of("tool", "pump")));
        assertThat(server.calls).singleElement().satisfies(call -> {
            assertThat(call.path("name").asText()).isEqualTo("pump");
            assertThat(call.path("arguments").toString())
                    .isEqualTo("{\"task\":\"Which \\\"pump\\\" is it?\",\"context\":\"It hums\"}");
        });
    }

    @Test
    void fillsTheArgumentsThatAnOperatorWrote() throws Exception {
        http(
                Map.of(
                        "arguments",
                        "{\"q\":\"{title}: {prompt}\",\"who\":[\"{user}\",{\"at\":\"{workspace}\"}],\"n\":3,\"keep\":\"{other}\"}"));

        assertThat(server.calls.get(0).path("arguments").toString())
                .isEqualTo("{\"q\":\"The pump: Which \\\"pump\\\" is it?\",\"who\":[\"anna\",{\"at\":\"w1\"}],\"n\":3,"
                        + "\"keep\":\"{other}\"}");
    }

    @Test
    void readsAStreamToo() throws Exception {
        server.streams = true;

        assertThat(http(Map.of()).output()).isEqualTo("Pump seven");
    }

    @Test
    void ex20FailsWhenTheToolSaysThatItFailed() throws Exception {
        server.result = "{\"content\":[{\"type\":\"text\",\"text\":\"no pump\\nat all\"}],\"isError\":true}";

        TaskResult failed = http(Map.of());

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.environmental()).isFalse();
        assertThat(failed.error()).isEqualTo("The tool says that it failed: no pump");
        assertThat(failed.output()).isEqualTo("no pump\nat all");
    }

    @Test
    void readsWhatItUsedAndWhatItSaysWithoutText() throws Exception {
        server.result = "{\"content\":[],\"structuredContent\":{\"pump\":7},\"_meta\":{\"tokens\":12,\"micros\":34,"
                + "\"traceId\":\"t1\"}}";

        TaskResult done = http(Map.of());

        assertThat(done.output()).isEqualTo("{\"pump\":7}");
        assertThat(done.tokens()).isEqualTo(12);
        assertThat(done.micros()).isEqualTo(34);
        assertThat(done.traceId()).isEqualTo("t1");
    }

    @Test
    void failsWhenTheServerRefuses() throws Exception {
        server.refuses = true;

        TaskResult failed = http(Map.of());

        assertThat(failed.environmental()).isFalse();
        assertThat(failed.error()).contains("The server refused").contains("Unknown tool");
    }

    @Test
    void saysThatAMissingServerIsNoFaultOfTheWork() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        TaskResult failed = http(Map.of("url", "http://127.0.0.1:" + closed + "/mcp"));

        assertThat(failed.environmental()).isTrue();
        assertThat(failed.error()).contains("There is no server");
    }

    @Test
    void sendsNothingElsewhereThatMayHaveBeenDone() throws Exception {
        server.silent = true;

        TaskResult failed = http(Map.of(), Duration.ofSeconds(2));

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.environmental()).isFalse();
        assertThat(failed.error()).contains("nobody knows whether it was done");
    }

    @Test
    void sendsTheTokenThatAnOperatorNamed() throws Exception {
        http(Map.of("token.environment", "KEY"));

        assertThat(server.tokens).isNotEmpty().containsOnly("Bearer k-1");
    }

    @Test
    void stopsWhenItIsInterrupted() throws Exception {
        server.silent = true;
        AtomicReference<Object> seen = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                seen.set(http(Map.of()));
            } catch (InterruptedException e) {
                seen.set(e);
            }
        });
        thread.start();
        server.called.await();

        thread.interrupt();
        thread.join();

        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
    }

    private String program() throws IOException {
        Path file = folder.resolve("server.sh");
        Files.writeString(file, """
                sleep 600 > /dev/null 2>&1 &
                echo $! > child
                env > variables
                while read -r line; do
                  id=$(printf '%s' "$line" | sed -n 's/.*"id":\\("[^"]*"\\|[0-9]*\\).*/\\1/p')
                  case "$line" in
                    *'"initialize"'*) printf '{"jsonrpc":"2.0","id":%s,"result":{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"s","version":"1"}}}\\n' "$id" ;;
                    *'"tools/call"'*) printf '{"jsonrpc":"2.0","id":%s,"result":{"content":[{"type":"text","text":"From a program"}]}}\\n' "$id" ;;
                  esac
                done
                """, StandardCharsets.UTF_8);
        return "/bin/sh " + file;
    }

    @Test
    void asksAProgramAndLeavesNothingOfItRunning() throws Exception {
        TaskResult done = executor.execute(
                order(Map.of("command", program(), "tool", "pump", "environment", "KEY"), Duration.ofSeconds(20)));

        assertThat(done.error()).isNull();
        assertThat(done.output()).isEqualTo("From a program");
        assertThat(folder.resolve("variables"))
                .content()
                .contains("KEY=k-1", "TACIT_EXECUTION=ex-1")
                .doesNotContain("HUSH");
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        Optional<ProcessHandle> left = ProcessHandle.of(child);
        if (left.isPresent() && left.get().info().command().isPresent()) {
            left.get().onExit().get();
        }
    }

    @Test
    void saysThatAProgramIsMissing() throws Exception {
        TaskResult failed =
                executor.execute(order(Map.of("command", "/no/such/server", "tool", "pump"), Duration.ofSeconds(3)));

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.environmental()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithADevice() {
        assertThat(executor.problem(Map.of())).contains("either settings.url or settings.command");
        assertThat(executor.problem(Map.of("url", "http://a/", "command", "x"))).contains("either");
        assertThat(executor.problem(Map.of("url", "http://a:b@c/", "tool", "t")))
                .contains("without credentials");
        assertThat(executor.problem(Map.of("url", "http://a/"))).contains("settings.tool must be given");
        assertThat(executor.problem(Map.of("url", "http://a/", "tool", "t", "arguments", "[1]")))
                .contains("settings.arguments must be a JSON object");
        assertThat(executor.problem(Map.of("url", "http://a/", "tool", "t", "token.file", "/no")))
                .contains("settings.token.file");
    }
}
