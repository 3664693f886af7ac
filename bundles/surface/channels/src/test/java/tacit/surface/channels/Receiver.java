package tacit.surface.channels;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server that keeps what is posted to it, and answers as a test wants. */
final class Receiver implements AutoCloseable {

    final List<Post> posts = new CopyOnWriteArrayList<>();
    volatile Function<Post, Reply> replies = post -> new Reply(200, "text/plain", "ok");
    private final HttpServer server;

    /** A request. */
    record Post(Map<String, String> headers, String body) {

        String field(String... path) {
            try {
                var node = new ObjectMapper().readTree(body);
                for (String part : path) {
                    node = node.path(part);
                }
                return node.asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return field("data", "text");
        }
    }

    /** An answer. */
    record Reply(int status, String type, String body) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/answers");
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        Post post = new Post(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        posts.add(post);
        Reply reply = replies.apply(post);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
