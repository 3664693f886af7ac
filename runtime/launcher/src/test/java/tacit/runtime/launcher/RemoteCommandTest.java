package tacit.runtime.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.HostAddress;

class RemoteCommandTest {

    @TempDir
    Path folder;

    private final CapturedSurroundings captured = new CapturedSurroundings();
    private final AtomicReference<String> request = new AtomicReference<>("");
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"out\":\"two \"}\n{\"err\":\"oh\"}\n{\"out\":\"words\"}\n{\"exit\":2}\n";

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("operator-token"), "secret\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            request.set(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void relaysBothStreamsAndTheExitCode() throws Exception {
        int code = run();

        assertThat(code).isEqualTo(2);
        assertThat(captured.out()).isEqualTo("two words");
        assertThat(captured.err()).isEqualTo("oh");
    }

    @Test
    void sendsTheTokenTheArgumentsAndTheFolder() throws Exception {
        run();

        assertThat(request.get())
                .startsWith(
                        "/v1/commands/learn Bearer secret {\"arguments\":[\"a b\"],\"terminal\":false,\"width\":80,")
                .contains("\"cwd\":\"" + System.getProperty("user.dir"));
    }

    @Test
    void saysWhatTheHostRefused() {
        status = 404;
        answer = "{\"title\":\"Not Found\",\"detail\":\"no verb 'learn'\"}";

        assertThatThrownBy(this::run).hasMessageEndingWith("no verb 'learn'");
    }

    @Test
    void namesTheStatusWhenSomethingElseAnswers() {
        status = 500;
        answer = "<html>";

        assertThatThrownBy(this::run).hasMessageEndingWith("it answered 500");
    }

    @Test
    void refusesAnAnswerThatBreaksOff() {
        RemoteCommand command = new RemoteCommand(captured.surroundings());

        assertThatThrownBy(() -> command.relay(new BufferedReader(new StringReader("{\"out\":\"half\"}\n"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed the connection");
    }

    @Test
    void refusesWithoutTheOperatorsToken() throws Exception {
        Files.delete(folder.resolve("operator-token"));

        assertThatThrownBy(this::run).hasMessageContaining("operator-token' is missing");
    }

    private int run() throws Exception {
        Invocation invocation = new Invocation("learn", new DataDirectory(folder), List.of("a b"));
        HostAddress host = new HostAddress(1, server.getAddress().getPort(), 0);
        return new RemoteCommand(captured.surroundings()).run(invocation, host);
    }
}
