package tacit.runtime.launcher.mcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A host that answers by method what it is told, and keeps what it was sent. */
final class FakeHost implements AutoCloseable {

    final List<String> bodies = new CopyOnWriteArrayList<>();
    final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();
    final Map<String, String> answers = new ConcurrentHashMap<>();
    final CountDownLatch streamed = new CountDownLatch(1);
    volatile int status = 200;
    volatile String type = "application/json";
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;

    FakeHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/mcp", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mcp");
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        Map<String, String> sent = new ConcurrentHashMap<>();
        call.getRequestHeaders()
                .forEach((name, values) -> sent.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        headers.add(sent);
        if (body.contains("subscriptions/listen")) {
            stream(call);
            return;
        }
        String answer = answers.entrySet().stream()
                .filter(entry -> body.contains("\"" + entry.getKey() + "\""))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        if (!answer.isEmpty()) {
            call.getResponseHeaders().set("Content-Type", type);
        }
        call.sendResponseHeaders(answer.isEmpty() ? 202 : status, answer.isEmpty() ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private void stream(HttpExchange call) throws IOException {
        call.getResponseHeaders().set("Content-Type", "text/event-stream");
        call.sendResponseHeaders(200, 0);
        String events = ": hello\n\ndata: {\"method\":\"acknowledged\"}\n\ndata: {\"method\":\ndata: \"changed\"}\n\n";
        call.getResponseBody().write(events.getBytes(StandardCharsets.UTF_8));
        call.getResponseBody().flush();
        streamed.countDown();
        try {
            end.await();
            call.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
