package tacit.bench.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers lines as the gateway of a host does, by what a test laid down. */
final class FakeHost implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> typed = new CopyOnWriteArrayList<>();
    private final Path data;

    FakeHost(Path data) throws IOException {
        this.data = data;
        Files.writeString(data.resolve("operator-token"), "secret\n");
        server.createContext("/v1/commands/shell", this::answer);
        server.start();
    }

    FakeHost says(String line, String out) {
        answers.put(line, out);
        return this;
    }

    HostShell shell() {
        return new HostShell(server.getAddress().getPort(), () -> true, data);
    }

    List<String> typed() {
        return typed;
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean known = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String line = JSON.readTree(exchange.getRequestBody())
                .path("arguments")
                .path(0)
                .asText();
        String out = answers.get(line);
        if (!known || out == null) {
            // What no test laid down ends the connection, as a kill does
            exchange.close();
            return;
        }
        typed.add(line);
        byte[] body = (JSON.writeValueAsString(Map.of("out", out)) + "\n{\"exit\":0}\n").getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
