package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.runtime.testkit.MovingClock;
import tacit.surface.gateway.RunningGateway.Answer;

/** A call that names a key is done once, through the real gateway. */
class IdempotencyTest {

    @TempDir
    Path data;

    private final MovingClock clock = new MovingClock();
    private final Counting counting = new Counting("POST");
    private final Counting reading = new Counting("GET");
    private RunningGateway gateway;

    @BeforeEach
    void open() {
        gateway = new RunningGateway(data)
                .with(RunningGateway.replays(clock, 3))
                .with(counting)
                .with(reading);
    }

    @AfterEach
    void close() throws Exception {
        counting.go.countDown();
        gateway.close();
    }

    @Test
    void doesACallWithTheSameKeyOnce() {
        Answer first = post("k1", "a");
        Answer again = post("k1", "a");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(first.text()).endsWith("{\"done\":1}").doesNotContain("Idempotency-Replayed");
        assertThat(again.text()).endsWith("{\"done\":1}").contains("Idempotency-Replayed: true", "X-Made: yes");
        assertThat(counting.done).hasValue(1);
    }

    @Test
    void doesCallsWithoutAKeyOrWithOthersEachTime() {
        post("k1", "a");
        post("k2", "a");
        gateway.send(request("POST", "operator", "", "a", ""));

        assertThat(counting.done).hasValue(3);
    }

    @Test
    void refusesAnotherBodyOrQueryUnderTheSameKey() {
        post("k1", "a");

        assertThat(post("k1", "b").status()).isEqualTo(422);
        assertThat(gateway.send(request("POST", "operator", "k1", "a", "?x=1")).status())
                .isEqualTo(422);
        assertThat(post("k1", "a").status()).isEqualTo(201);
        assertThat(counting.done).hasValue(1);
    }

    @Test
    void knowsTheKeysOfEachCallerApart() {
        post("k1", "a");
        Answer other = gateway.send(request("POST", "reader", "k1", "b", ""));

        assertThat(other.status()).isEqualTo(201);
        assertThat(counting.done).hasValue(2);
    }

    @Test
    void refusesTheSameKeyWhileTheFirstCallIsUnderWay() throws Exception {
        counting.waits = true;
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> post("k1", "a"));
        assertThat(counting.begun.await(10, TimeUnit.SECONDS)).isTrue();

        Answer second = post("k1", "a");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("still under way");
        counting.go.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(201);
        assertThat(post("k1", "a").text()).endsWith("{\"done\":1}");
    }

    @Test
    void keepsWhatTheCallerDidWrongButNotWhatTheHostDid() {
        counting.problem = 404;
        post("k1", "a");
        counting.problem = 0;
        Answer known = post("k1", "a");
        assertThat(known.status()).isEqualTo(404);
        assertThat(known.problem()).isTrue();
        assertThat(known.text()).contains("Idempotency-Replayed: true");

        for (int passing : List.of(503, 500, 429)) {
            counting.problem = passing;
            assertThat(post("k" + passing, "a").status()).isEqualTo(passing);
            counting.problem = 0;
            assertThat(post("k" + passing, "a").status()).isEqualTo(201);
        }
    }

    @Test
    void forgetsAfterADayAndTheOldestBeyondTheBound() {
        post("k1", "a");
        clock.pass(Duration.ofHours(24));
        assertThat(post("k1", "a").text()).endsWith("{\"done\":2}");

        post("k2", "a");
        post("k3", "a");
        post("k4", "a");
        assertThat(post("k1", "a").text()).endsWith("{\"done\":6}");
        assertThat(post("k4", "a").text()).endsWith("{\"done\":5}");
    }

    @Test
    void keepsNoStreams() {
        counting.type = "application/x-ndjson";

        assertThat(post("k1", "a").text()).endsWith("{\"done\":1}");
        assertThat(post("k1", "a").text()).endsWith("{\"done\":2}").doesNotContain("Idempotency-Replayed");
    }

    @Test
    void saysThatAnAnswerWasTooLongToBeKept() {
        counting.filling = 300_000;

        assertThat(post("k1", "a").status()).isEqualTo(201);
        Answer again = post("k1", "a");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("This was done");
        assertThat(counting.done).hasValue(1);
    }

    @Test
    void passesOverAKeyOfACallThatReads() {
        gateway.send(request("GET", "reader", "k1", "", ""));
        gateway.send(request("GET", "reader", "k1", "", ""));

        assertThat(reading.done).hasValue(2);
    }

    @Test
    void refusesKeysThatAreNone() {
        assertThat(post("two words", "a").status()).isEqualTo(400);
        assertThat(post("k".repeat(201), "a").status()).isEqualTo(400);
        assertThat(counting.done).hasValue(0);
    }

    @Test
    void refusesBoundsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunningGateway.replays(clock, 0))
                .withMessageContaining("kept");
    }

    private Answer post(String key, String body) {
        return gateway.send(request("POST", "operator", key, body, ""));
    }

    private static String request(String method, String token, String key, String body, String query) {
        return method + " /v1/things" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + token + "\r\n"
                + (key.isEmpty() ? "" : "Idempotency-Key: " + key + "\r\n")
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Counts what it did. */
    private static final class Counting implements HttpResource {

        private final String method;
        private final AtomicInteger done = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private volatile boolean waits;
        private volatile int problem;
        private volatile int filling;
        private volatile String type = "application/json";

        Counting(String method) {
            this.method = method;
        }

        @Override
        public String method() {
            return method;
        }

        @Override
        public String path() {
            return "/v1/things";
        }

        @Override
        public Optional<AccessRole> role() {
            return Optional.of(AccessRole.READER);
        }

        @Override
        public Reply handle(Call call) {
            if (problem == 500) {
                throw new IllegalStateException("broken on purpose");
            }
            if (problem > 0) {
                throw new HttpProblem(problem, "As the test says");
            }
            int now = done.incrementAndGet();
            begun.countDown();
            if (waits) {
                await();
            }
            String text = " ".repeat(filling) + "{\"done\":" + now + "}";
            return new Reply(
                    201, type, Map.of("X-Made", "yes"), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }

        private void await() {
            try {
                if (!go.await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nobody lets the call go");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
