package tacit.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceQueueTest {

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Heard heard = new Heard();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile List<Integer> answers = List.of();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                int place = bodies.size();
                bodies.add(body);
                arrived.countDown();
                if (body.contains("hold")) {
                    wait(answering);
                }
                exchange.sendResponseHeaders(place < answers.size() ? answers.get(place) : 200, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        answering.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TacitClient client(int most) {
        return new TacitClient(new TacitOptions()
                .otlpUrl(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .mostWaiting(most)
                .listener(heard));
    }

    private static AgentTrace trace(String name) {
        AgentSpan span = new AgentSpan("1".repeat(16), null, name, Instant.EPOCH, Instant.EPOCH, null, null, Map.of());
        return new AgentTrace("1".repeat(32), "clerk", List.of(span));
    }

    @Test
    void dropsTheOldestAndCountsWhenMoreComeThanCanBeSent() {
        try (TacitClient client = client(2)) {
            client.report(trace("hold"));
            wait(arrived);
            for (int i = 0; i < 5; i++) {
                client.report(trace("step" + i));
            }

            assertThat(client.dropped()).isEqualTo(3);
            answering.countDown();
            assertThat(client.flush(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(heard.dropped).containsExactly(1L, 2L, 3L);
        assertThat(String.join(" ", bodies)).contains("step3", "step4").doesNotContain("step0", "step1", "step2");
    }

    @Test
    void sendsAgainWhatTheHostCouldNotTake() {
        answers = List.of(503, 500, 200);
        try (TacitClient client = client(10)) {
            client.report(trace("first"));

            assertThat(client.flush(Duration.ofSeconds(20))).isTrue();
            assertThat(client.dropped()).isZero();
        }
        assertThat(bodies).hasSize(3).containsOnly(bodies.get(0));
    }

    @Test
    void givesUpWhatTheHostRefuses() {
        answers = List.of(400);
        try (TacitClient client = client(10)) {
            client.report(trace("bad"));
            client.flush(Duration.ofSeconds(20));

            assertThat(client.dropped()).isEqualTo(1);
        }
        assertThat(bodies).hasSize(1);
        assertThat(heard.failures).containsExactly("report 400");
    }

    @Test
    void saysThatNothingIsSentWithinTheTime() {
        try (TacitClient client = client(10)) {
            client.report(trace("hold"));
            wait(arrived);

            assertThat(client.flush(Duration.ZERO)).isFalse();
            answering.countDown();
            assertThat(client.flush(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void sendsWhatWaitsBeforeItEnds() {
        TacitClient client = client(1_000);
        for (int i = 0; i < 200; i++) {
            client.report(trace("step" + i + "."));
        }

        client.close();

        String all = String.join(" ", bodies);
        for (int i = 0; i < 200; i++) {
            assertThat(all).contains("step" + i + ".");
        }
    }

    @Test
    void countsWhatComesAfterTheEnd() {
        TacitClient client = client(10);
        client.close();
        client.close();

        client.report(trace("late"));

        assertThat(client.dropped()).isEqualTo(1);
        assertThat(bodies).isEmpty();
    }

    @Test
    void countsWhatItCouldNotSendAtTheEnd() {
        answers = List.of(503, 503, 503, 503, 503, 503);
        TacitClient client = client(10);
        client.report(trace("hold"));
        wait(arrived);
        answering.countDown();

        client.close();

        assertThat(client.dropped()).isEqualTo(1);
        assertThat(heard.failures).containsExactly("report 503");
    }

    @Test
    void takesTracesOfManyThreadsEachOnce() throws Exception {
        try (TacitClient client = client(10_000)) {
            List<Future<?>> done = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                int thread = t;
                done.add(threads.submit(() -> {
                    for (int i = 0; i < 100; i++) {
                        client.report(trace("t" + thread + "-" + i + "."));
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
            assertThat(client.flush(Duration.ofSeconds(30))).isTrue();
        }
        String all = String.join(" ", bodies);
        for (int t = 0; t < 8; t++) {
            for (int i = 0; i < 100; i++) {
                assertThat(all.split("t" + t + "-" + i + "\\.", -1)).hasSize(2);
            }
        }
    }
}
