package tacit.runtime.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.HostAddress;

class ConversationTest {

    @TempDir
    Path folder;

    private final CapturedSurroundings captured = new CapturedSurroundings();
    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            bodies.add(body);
            String exit = body.contains("bad") ? "4" : body.contains("worse") ? "3" : "0";
            byte[] bytes = ("{\"out\":\"done\\n\"}\n{\"exit\":" + exit + "}\n").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        Files.writeString(folder.resolve("operator-token"), "secret\n");
        Files.writeString(
                folder.resolve("host.json"),
                "{\"pid\":" + ProcessHandle.current().pid() + ",\"apiPort\":"
                        + server.getAddress().getPort() + ",\"otlpPort\":1}");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void runsEachLineAndAnswersTheLastFailure() throws IOException {
        assertThat(converse("clusters\nbad\nworse\n\n# words\ntraces\n")).isEqualTo(3);

        assertThat(bodies).hasSize(4);
        assertThat(captured.out()).isEqualTo("done\n".repeat(4));
    }

    @Test
    void answersZeroWhenNothingFailed() throws IOException {
        assertThat(converse("clusters\ntraces")).isZero();
    }

    @Test
    void leavesWhenItIsAskedTo() throws IOException {
        assertThat(converse("clusters\nexit\nbad\n")).isZero();

        assertThat(bodies).hasSize(1);
    }

    @Test
    void joinsLinesThatGoOn() throws IOException {
        converse("activate x \\\n  --dry-run\nmemory add 'one\ntwo'\n");

        assertThat(bodies.get(0)).contains("activate x    --dry-run");
        assertThat(bodies.get(1)).contains("memory add 'one\\ntwo'");
    }

    @Test
    void looksAgainWithEachLineWhenTheHostIsGone() throws IOException {
        String host = Files.readString(folder.resolve("host.json"));
        Files.delete(folder.resolve("host.json"));

        assertThat(converse("clusters\n")).isEqualTo(3);
        Files.writeString(folder.resolve("host.json"), host);
        assertThat(converse("clusters\n")).isZero();

        assertThat(captured.err())
                .contains("no host runs on '" + folder + "' now")
                .contains("looks again");
    }

    @Test
    void saysThatTheHostIsAnother() throws IOException {
        converse("clusters\ntraces\n");

        assertThat(captured.err())
                .isEqualTo("(the host was restarted and is process "
                        + ProcessHandle.current().pid() + " now)\n");
    }

    @Test
    void outlivesAHostThatClosesItsPort() throws IOException {
        server.stop(0);

        assertThat(converse("clusters\ntraces\n")).isEqualTo(3);

        assertThat(captured.err()).contains("the host went away").contains("the next line looks again");
    }

    private int converse(String lines) throws IOException {
        byte[] input = lines.getBytes(StandardCharsets.UTF_8);
        return new Conversation(captured.surroundings(), new ByteArrayInputStream(input))
                .run(
                        new Invocation("shell", new DataDirectory(folder), List.of()),
                        new HostAddress(-1, server.getAddress().getPort(), 1));
    }
}
