package tacit.examples.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TacitClientTest {

    private static final Task TASK = new Task("t", "f", "How many?", "sql", "SELECT 1", null);
    private static final String ENVELOPE = "{\"contextId\":\"c1\",\"generation\":\"7\",\"blocks\":[{\"text\":\"A\"},"
            + "{\"text\":\"- B\\n- C\",\"pieces\":[{\"begin\":4,\"end\":7,\"source\":\"curated\",\"memories\":[\"m1\"]},"
            + "{\"begin\":90,\"end\":99,\"source\":\"journal\"}]}]}";

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<JsonNode> asked = new ArrayList<>();
    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void goesOnWithoutContextWhenTacitIsDown() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:1");
        TacitClient client = new TacitClient(nobody, nobody, null, Assignment.ANYBODY);

        assertThat(client.context(TASK, "s")).isEqualTo(Context.NONE);
        assertThat(client.export(mapper.createObjectNode())).isFalse();
        assertThat(client.complaints())
                .containsExactly(
                        "No context: Tacit is not there, at http://127.0.0.1:1/v1/context: start it by ./tacit up",
                        "No trace sent: Tacit is not there, at http://127.0.0.1:1/v1/traces: start it by ./tacit up");
    }

    @Test
    void saysThatATokenIsMissing() throws Exception {
        URI address = serving(401, "{}");
        TacitClient client = new TacitClient(address, address, null, Assignment.ANYBODY);

        assertThat(client.context(TASK, "s")).isEqualTo(Context.NONE);
        assertThat(client.complaints().get(0)).contains("wants a token");
    }

    @Test
    void readsTheBlocksOfTheEnvelopeAndWhatTheyAreMadeOf() throws Exception {
        URI address = serving(200, ENVELOPE);

        Context context = new TacitClient(address, address, "token", Assignment.ANYBODY).context(TASK, "s");

        assertThat(context)
                .isEqualTo(new Context(
                        "c1",
                        "A\n\n- B\n- C",
                        "7",
                        List.of(
                                new Context.Piece("- C", "curated", List.of("m1")),
                                new Context.Piece("", "journal", List.of()))));
    }

    @Test
    void saysForWhomItAsks() throws Exception {
        URI address = serving(200, ENVELOPE);

        new TacitClient(address, address, "token", new Assignment("clinic", "ann", "group")).context(TASK, "s");
        new TacitClient(address, address, "token", Assignment.ANYBODY).context(TASK, "s");

        assertThat(asked.get(0).toString())
                .isEqualTo("{\"task\":\"How many?\",\"agent\":\"records-agent\",\"sessionId\":\"s\","
                        + "\"audience\":\"group\",\"workspaceId\":\"clinic\",\"userId\":\"ann\"}");
        assertThat(asked.get(1).has("userId")).isFalse();
    }

    private URI serving(int status, String envelope) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] reply = envelope.getBytes(StandardCharsets.UTF_8);
        server.createContext("/v1/context", exchange -> {
            asked.add(mapper.readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(status, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
