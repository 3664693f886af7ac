package tacit.runtime.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.runtime.launcher.data.DataDirectory;

class HostQuestionsTest {

    @TempDir
    Path folder;

    private final AtomicReference<String> request = new AtomicReference<>("");
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            request.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = "{\"words\":[\"cluster\",\"clusters\"]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
            if (status != 204) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        Files.writeString(folder.resolve("operator-token"), "secret\n");
        host(ProcessHandle.current().pid());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void asksForTheWordsThatCouldStandNext() {
        assertThat(questions().completions("clus x")).containsExactly("cluster", "clusters");
        assertThat(request.get()).isEqualTo("GET /v1/shell/completions?line=clus+x Bearer secret");
    }

    @Test
    void asksToEndALine() {
        status = 204;

        assertThat(questions().interrupt("r-1")).isTrue();
        assertThat(request.get()).isEqualTo("DELETE /v1/shell/runs/r-1 Bearer secret");
    }

    @Test
    void knowsWhenTheLineIsNotThere() {
        status = 404;

        assertThat(questions().interrupt("r-1")).isFalse();
        assertThat(questions().completions("x")).isEmpty();
    }

    @Test
    void answersNothingWithoutAHost() throws IOException {
        Files.delete(folder.resolve("host.json"));

        assertThat(questions().completions("x")).isEmpty();
        assertThat(questions().interrupt("r-1")).isFalse();
    }

    @Test
    void answersNothingWhenNobodyListens() {
        server.stop(0);

        assertThat(questions().completions("x")).isEmpty();
        assertThat(questions().interrupt("r-1")).isFalse();
    }

    private HostQuestions questions() {
        return new HostQuestions(new DataDirectory(folder));
    }

    private void host(long pid) throws IOException {
        Files.writeString(
                folder.resolve("host.json"),
                "{\"pid\":" + pid + ",\"apiPort\":" + server.getAddress().getPort() + ",\"otlpPort\":1}");
    }
}
