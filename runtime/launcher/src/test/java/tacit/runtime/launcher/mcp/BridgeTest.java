package tacit.runtime.launcher.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.runtime.launcher.data.DataDirectory;

@Timeout(60)
class BridgeTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private FakeHost host;

    @BeforeEach
    void open() throws IOException {
        host = new FakeHost();
        host.answers.put("ping", PONG);
        Files.writeString(folder.resolve("operator-token"), "secret\n");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void carriesRequestsWithTheOperatorsToken() throws Exception {
        run(PING + "\n\n");

        assertThat(out()).isEqualTo(PONG + "\n");
        assertThat(host.headers.get(0))
                .containsEntry("authorization", "Bearer secret")
                .containsEntry("accept", "application/json, text/event-stream")
                .doesNotContainKey("mcp-protocol-version");
        assertThat(log.size()).isZero();
    }

    @Test
    void sendsTheAgreedVersionAfterAGreeting() throws Exception {
        host.answers.put("initialize", "{\"id\":0,\"result\":{\"protocolVersion\":\"2025-06-18\"}}");

        run("{\"id\":0,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"codex\u00e9\"}}}\n" + PING);

        assertThat(host.headers.get(0)).doesNotContainKey("mcp-protocol-version");
        assertThat(host.headers.get(1))
                .containsEntry("mcp-protocol-version", "2025-06-18")
                .containsEntry("x-tacit-agent", "codex?");
        assertThat(out().lines()).hasSize(2);
    }

    @Test
    void sendsTheHeadersOfAMessageThatSaysEverythingItself() throws Exception {
        run("{\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"memory://records/\u00e9\",\"_meta\":"
                + "{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}}");

        assertThat(host.headers.get(0))
                .containsEntry("mcp-protocol-version", "2026-07-28")
                .containsEntry("mcp-method", "resources/read")
                .containsEntry("mcp-name", Exchange.header("memory://records/\u00e9"));
        assertThat(host.bodies.get(0)).contains("memory://records/\u00e9");
    }

    @Test
    void passesNotificationsOnAndWritesNothing() throws Exception {
        run("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

        assertThat(host.bodies).hasSize(1);
        assertThat(out()).isEmpty();
    }

    @Test
    void answersEachRequestThoughNoHostRuns() throws Exception {
        run(new Target(new DataDirectory(folder), null, null, null), PING + "\n" + PING + "\n");

        assertThat(out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\""));
        assertThat(out()).contains("No Tacit host runs", "-32603");
        assertThat(log().lines()).hasSize(1);
        assertThat(log()).contains("./tacit up");
    }

    @Test
    void findsTheHostOfTheDataDirectory() throws Exception {
        Files.writeString(
                folder.resolve("host.json"),
                "{\"pid\":" + ProcessHandle.current().pid() + ",\"apiPort\":" + host.port() + ",\"otlpPort\":1}");

        run(new Target(new DataDirectory(folder), null, null, null), PING);

        assertThat(out()).isEqualTo(PONG + "\n");
    }

    @Test
    void answersEachRequestThoughTheHostIsGone() throws Exception {
        host.close();

        run(PING + "\n" + PING.replace(":1,", ":2,"));

        assertThat(out().lines()).hasSize(2);
        assertThat(out()).contains("Cannot reach the host", "\"id\":2");
        assertThat(log().lines()).hasSize(1);
    }

    @Test
    void saysWhatTheHostRefusesInWordsOfTheProtocol() throws Exception {
        host.status = 401;
        host.type = "application/problem+json";
        host.answers.put("ping", "{\"status\":401,\"detail\":\"The token is not known here\"}");

        run(PING);

        assertThat(out()).contains("\"id\":1", "The host answered 401: the token is not known there");
    }

    @Test
    void saysWhyTheHostRefuses() throws Exception {
        host.status = 403;
        host.type = "application/problem+json";
        host.answers.put("ping", "{\"status\":403,\"detail\":\"Another role is needed\"}");

        run(PING);

        assertThat(out()).contains("The host answered 403: Another role is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"a\":1}"})
    void namesTheStatusWhenSomethingElseAnswers(String answer) throws Exception {
        host.status = 500;
        host.type = "text/html";
        host.answers.put("ping", answer);

        run(PING);

        assertThat(out()).contains("\"message\":\"The host answered 500\"");
    }

    @Test
    void passesAnErrorOfTheProtocolOnAsItIs() throws Exception {
        host.status = 400;
        host.answers.put("ping", "{\"id\":1,\"error\":{\"code\":-32022,\n\"message\":\"no\"}}");

        run(PING);

        assertThat(out()).isEqualTo("{\"id\":1,\"error\":{\"code\":-32022,\"message\":\"no\"}}\n");
    }

    @Test
    void answersWhatIsNoJson() throws Exception {
        run("{nothing\n" + PING);

        assertThat(out().lines()).hasSize(2);
        assertThat(out()).contains("-32700", PONG);
        assertThat(host.bodies).hasSize(1);
    }

    @Test
    void writesNewsOfAStreamLineByLineUntilItIsCancelled() throws Exception {
        Thread bridge;
        try (PipedOutputStream input = new PipedOutputStream()) {
            bridge = started(new PipedInputStream(input));
            write(input, "{\"id\":\"l\",\"method\":\"subscriptions/listen\"}\n");
            host.streamed.await();
            write(input, PING + "\n");
            while (out().lines().count() < 3) {
                Thread.onSpinWait();
            }
            write(input, "{\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"l\"}}\n");
        }
        bridge.join();

        assertThat(out().lines())
                .containsExactlyInAnyOrder("{\"method\":\"acknowledged\"}", "{\"method\":\"changed\"}", PONG);
        assertThat(host.bodies).hasSize(2);
    }

    @Test
    void endsWithItsInputThoughAStreamIsOpen() throws Exception {
        Thread bridge;
        try (PipedOutputStream input = new PipedOutputStream()) {
            bridge = started(new PipedInputStream(input));
            write(input, "{\"id\":\"l\",\"method\":\"subscriptions/listen\"}\n");
            host.streamed.await();
        }
        bridge.join();

        assertThat(log.size()).isZero();
    }

    @Test
    void takesTheGivenTokenBeforeTheFile() throws Exception {
        Path file = Files.writeString(folder.resolve("mine"), "other\n");

        run(new Target(new DataDirectory(folder), host.uri(), file, null), PING);
        run(new Target(new DataDirectory(folder), host.uri(), file, "given"), PING);
        run(new Target(new DataDirectory(folder), host.uri(), folder.resolve("none"), null), PING);

        assertThat(host.headers)
                .extracting(sent -> sent.get("authorization"))
                .containsExactly("Bearer other", "Bearer given");
        assertThat(out()).contains("is missing");
    }

    @Test
    void sendsTheOperatorsTokenToThisMachineAlone() {
        DataDirectory data = new DataDirectory(folder);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(data, URI.create("https://example.org/mcp"), null, null))
                .withMessageContaining("TACIT_TOKEN");
        assertThat(List.of("http://localhost:1/mcp", "http://[::1]:1/mcp", "http://127.0.0.1:1/mcp"))
                .allSatisfy(url -> assertThat(new Target(data, URI.create(url), null, null).address())
                        .isPresent());
        assertThat(new Target(data, URI.create("https://example.org/mcp"), null, "given").address())
                .isPresent();
    }

    private void run(String input) throws Exception {
        run(new Target(new DataDirectory(folder), host.uri(), null, null), input);
    }

    private void run(Target target, String input) throws Exception {
        bridge(target).run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    private Bridge bridge(Target target) {
        return new Bridge(
                target,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private Thread started(InputStream input) {
        Thread thread = new Thread(() -> {
            try {
                bridge(new Target(new DataDirectory(folder), host.uri(), null, null))
                        .run(input);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private static void write(PipedOutputStream input, String text) throws IOException {
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String log() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
