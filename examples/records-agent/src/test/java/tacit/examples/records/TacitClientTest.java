package tacit.examples.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TacitClientTest {

    private static final Task TASK = new Task("t", "f", "How many?", "sql", "SELECT 1", null);

    @Test
    void goesOnWithoutContextWhenTacitIsDown() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:1");
        TacitClient client = new TacitClient(nobody, nobody, null);

        assertThat(client.context(TASK, "s")).isEqualTo(Context.NONE);
        assertThat(client.export(new ObjectMapper().createObjectNode())).isFalse();
        assertThat(client.complaints()).hasSize(2);
    }

    @Test
    void readsTheBlocksOfTheEnvelope() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] reply = "{\"contextId\":\"c1\",\"generation\":\"7\",\"blocks\":[{\"text\":\"A\"},{\"text\":\"B\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/v1/context", exchange -> {
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

            Context context = new TacitClient(address, address, "token").context(TASK, "s");

            assertThat(context).isEqualTo(new Context("c1", "A\n\nB", "7"));
        } finally {
            server.stop(0);
        }
    }
}
