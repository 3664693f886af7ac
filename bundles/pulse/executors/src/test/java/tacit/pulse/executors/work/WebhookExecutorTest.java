package tacit.pulse.executors.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.execute.TaskResult;
import tacit.api.model.ModelAnswer;
import tacit.runtime.testkit.MovingClock;

class WebhookExecutorTest {

    private static final String SECRET = "it-secret";

    private final List<Map<String, String>> posts = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final WorkModels models = new WorkModels();
    private final WebhookExecutor executor = new WebhookExecutor(new MovingClock(), models, Map.of("HOOK", SECRET));
    private HttpServer server;
    private volatile int status = 200;
    private volatile String type = "application/json";
    private volatile String answer = "{\"output\":\"Pump seven\",\"tokens\":9,\"micros\":11,\"traceId\":\"t1\"}";
    private volatile boolean silent;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void hangUp() {
        end.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posts.add(Map.of(
                "body", body,
                "id", call.getRequestHeaders().getFirst("webhook-id"),
                "time", call.getRequestHeaders().getFirst("webhook-timestamp"),
                "signature", call.getRequestHeaders().getFirst("webhook-signature"),
                "key", call.getRequestHeaders().getFirst("Idempotency-Key")));
        if (silent) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", type);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private TaskResult post() throws InterruptedException {
        return post(server.getAddress().getPort(), Duration.ofSeconds(20));
    }

    private TaskResult post(int port, Duration remaining) throws InterruptedException {
        Map<String, String> settings =
                Map.of("url", "http://127.0.0.1:" + port + "/task", "secret.environment", "HOOK", "wait.millis", "10");
        assertThat(executor.problem(settings)).isEmpty();
        return executor.execute(Orders.order(settings, Path.of("/"), remaining));
    }

    @Test
    void ex19PostsASignedTaskWithTheKeyThatMakesItOne() throws Exception {
        TaskResult done = post();

        assertThat(done)
                .isEqualTo(new TaskResult(true, "Pump seven", null, false, 9, 11, "t1", Map.of("status", "200")));
        Map<String, String> post = posts.get(0);
        assertThat(post.get("key")).isEqualTo("ex-1").isEqualTo(post.get("id"));
        assertThat(post.get("signature"))
                .isEqualTo("v1," + hmac(post.get("id") + "." + post.get("time") + "." + post.get("body")));
        assertThat(post.get("body"))
                .contains(
                        "\"prompt\":\"Which pump is it?",
                        "\"context\":\"The pump is seven\"",
                        "\"executionId\":\"ex-1\"")
                .contains("\"maxTokens\":900", "\"workspaceId\":\"w1\"")
                .doesNotContain(SECRET);
    }

    private static String hmac(String content) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesTextForAnAnswer() throws Exception {
        type = "text/plain";
        answer = "Pump eight";

        assertThat(post().output()).isEqualTo("Pump eight");
    }

    @Test
    void ex19NeverPostsTwiceWhatMayHaveBeenTaken() throws Exception {
        silent = true;

        TaskResult failed = post(server.getAddress().getPort(), Duration.ofMillis(500));

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.environmental()).isFalse();
        assertThat(failed.error()).contains("nobody knows whether it was taken");
        assertThat(posts).hasSize(1);
    }

    @Test
    void ex19TriesAgainWhileNobodyIsReached() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        TaskResult failed = post(closed, Duration.ofSeconds(20));

        assertThat(failed.environmental()).isTrue();
        assertThat(failed.error()).contains("Nobody was reached");
        assertThat(posts).isEmpty();
    }

    @Test
    void tellsARefusalFromAFailure() throws Exception {
        answer = "{\"error\":\"busy\"}";
        status = 503;
        assertThat(post().environmental()).isTrue();
        status = 500;
        assertThat(post().environmental()).isFalse();
        status = 400;
        TaskResult refused = post();
        assertThat(refused.environmental()).isFalse();
        assertThat(refused.error()).isEqualTo("It answered 400: busy");
        assertThat(posts).hasSize(3);
    }

    @Test
    void stopsWhenItIsInterrupted() throws Exception {
        silent = true;
        Thread.currentThread().interrupt();

        try {
            post();
            assertThat(false).as("interrupted").isTrue();
        } catch (InterruptedException e) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void saysWhatIsWrongWithADevice() {
        assertThat(executor.problem(Map.of())).contains("settings.url must be given");
        assertThat(executor.problem(Map.of("url", "http://a:b@c/"))).contains("without credentials");
        assertThat(executor.problem(Map.of("url", "http://c/"))).contains("settings.secret.file");
        assertThat(executor.problem(Map.of("url", "http://c/", "secret.environment", "NOT_SET")))
                .contains("NOT_SET");
        assertThat(executor.problem(Map.of("url", "http://c/", "secret.environment", "HOOK", "attempts", "99")))
                .contains("settings.attempts must be in [1, 20]");
    }

    @Test
    void tellsTheModelWhereOneIsSet() throws Exception {
        post();
        models.models = question -> ModelAnswer.of("large-2", "It is set for all");
        post();

        assertThat(posts.get(0).get("body")).doesNotContain("\"model\"");
        assertThat(posts.get(1).get("body")).contains("\"model\":\"large-2\"");
    }
}
