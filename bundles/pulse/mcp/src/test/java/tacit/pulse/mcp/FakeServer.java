package tacit.pulse.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An MCP server over Streamable HTTP as the specification describes it, with one tool. */
final class FakeServer implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    final CountDownLatch called = new CountDownLatch(1);
    volatile String result = "{\"content\":[{\"type\":\"text\",\"text\":\"Pump seven\"}],\"isError\":false}";
    volatile boolean streams;
    volatile boolean silent;
    volatile boolean refuses;
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    FakeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/mcp", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/mcp";
    }

    private void handle(HttpExchange call) throws IOException {
        if (!call.getRequestMethod().equals("POST")) {
            call.sendResponseHeaders(call.getRequestMethod().equals("DELETE") ? 200 : 405, -1);
            call.close();
            return;
        }
        JsonNode request = MAPPER.readTree(call.getRequestBody());
        String token = call.getRequestHeaders().getFirst("Authorization");
        tokens.add(token == null ? "" : token);
        if (!request.has("id")) {
            call.sendResponseHeaders(202, -1);
            call.close();
            return;
        }
        boolean isCall = request.path("method").asText().equals("tools/call");
        if (isCall) {
            calls.add(request.path("params"));
            called.countDown();
            if (silent) {
                await();
            }
        }
        answer(call, answer(request), isCall && streams);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ObjectNode answer(JsonNode request) throws IOException {
        ObjectNode answer = MAPPER.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", request.get("id"));
        if (request.path("method").asText().equals("initialize")) {
            answer.set(
                    "result",
                    MAPPER.readTree("{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{}},"
                            + "\"serverInfo\":{\"name\":\"fake\",\"version\":\"1\"}}"));
        } else if (refuses) {
            answer.set("error", MAPPER.readTree("{\"code\":-32602,\"message\":\"Unknown tool: pump\"}"));
        } else {
            answer.set("result", MAPPER.readTree(result));
        }
        return answer;
    }

    private static void answer(HttpExchange call, ObjectNode answer, boolean stream) throws IOException {
        String text = stream ? "event: message\ndata: " + answer + "\n\n" : answer.toString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", stream ? "text/event-stream" : "application/json");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
