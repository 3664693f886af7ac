package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxy in the real image, before a server of models on this machine. */
class ProxyIT {

    private static final String KEY = "sk-of-the-upstream-4711";
    private static final String CHAT = "/v1/chat/completions";
    private static final String ANSWER =
            "{\"id\":\"c1\",\"model\":\"m-real\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                    + "\"content\":\"Nine of them\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3}}";

    @TempDir
    static Path data;

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final List<String> KEYS = new CopyOnWriteArrayList<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static HttpServer model;
    private static Tacit host;
    private static Api api;
    private static String ann;
    private static String reader;

    @BeforeAll
    static void start() throws Exception {
        model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        model.setExecutor(THREADS);
        model.createContext("/", ProxyIT::answer);
        model.start();
        Path etc = Files.createDirectories(data.resolve("etc"));
        Files.writeString(data.resolve("key"), KEY);
        String address = "http://127.0.0.1:" + model.getAddress().getPort();
        Files.writeString(
                etc.resolve("tacit.surface.proxy.Upstream~gpt.properties"),
                "name=gpt\nurl=" + address + "/v1\nkey.file=" + data.resolve("key") + "\n");
        Files.writeString(
                etc.resolve("tacit.surface.proxy.Upstream~claude.properties"),
                "name=claude\nkind=anthropic\nurl=" + address + "\nkey.file=" + data.resolve("key") + "\n");
        Files.writeString(etc.resolve("tacit.surface.proxy.GivenContexts.properties"), "patience.millis=30000\n");
        host = Tacit.up(data);
        api = new Api(data);
        ann = api.token("ann", "--role agent --user ann");
        reader = api.token("reader", "--role reader");
        String fact = "{\"category\":\"work\",\"text\":\"Keeps the hives of Brackwater\"}";
        assertThat(api.post("/v1/memory/users/ann/profile", api.operator(), fact)
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        host.close();
        model.stop(0);
        THREADS.shutdownNow();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        ASKED.add(body);
        KEYS.add(exchange.getRequestHeaders().getFirst("Authorization")
                + exchange.getRequestHeaders().getFirst("x-api-key"));
        if (body.contains("break off")) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write("data: {}\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        }
        byte[] bytes = ANSWER.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String ask(String words) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + words + "\"}]}";
    }

    private static String last() {
        return ASKED.get(ASKED.size() - 1);
    }

    @Test
    void givesAPromptWhatTheMemoryKnowsAndRecordsTheRequest() throws Exception {
        HttpResponse<String> answer = api.post(CHAT, ann, ask("How many hives are there?"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ANSWER);
        assertThat(last())
                .contains("<tacit_context id=", "hives of Brackwater")
                .endsWith("How many hives are there?\"}]}");
        assertThat(KEYS).allMatch(shown -> shown.contains(KEY));
        String trace = answer.headers().firstValue("x-tacit-trace").orElseThrow();
        String kept = "";
        for (int look = 0; look < 500 && !kept.contains("Nine of them"); look++) {
            kept = api.get("/v1/traces/" + trace, reader).body();
        }
        assertThat(kept)
                .contains(
                        "Nine of them",
                        "\"tacit.injected\":true",
                        "\"tacit.route.upstream\":\"gpt\"",
                        "\"userId\":\"ann\"")
                .doesNotContain(KEY);
    }

    @Test
    void takesTheTokenOfAnAnthropicClient() throws Exception {
        HttpResponse<String> refused = api.post("/v1/messages", "", ask("x"));
        HttpResponse<String> answer = api.post("/v1/messages", ann, ask("Who keeps the hives?"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(last()).contains("\"system\":[{\"type\":\"text\",\"text\":\"<tacit_context");
    }

    @Test
    void givesNobodyTheContextOfAnother() throws Exception {
        String bob = api.token("bob", "--role agent --user bob");

        api.post(CHAT, bob, ask("Tell me of the hives of Brackwater"));

        assertThat(last()).doesNotContain("Keeps the hives");
        String named = ask("x").replace("}]}", "}],\"user\":\"ann\"}");
        assertThat(api.post(CHAT, bob, named).statusCode()).isEqualTo(403);
    }

    @Test
    void breaksOffWhereTheModelBreaksOff() {
        assertThatThrownBy(() -> api.post(CHAT, ann, ask("Please break off"))).isInstanceOf(IOException.class);
    }
}
