package tacit.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets. */
class ExchangeTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger elsewhere = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Exchange exchange = new Exchange();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/json", call -> answer(call, 200, "application/json; charset=utf-8", "{\"a\":\"ä\"}"));
        server.createContext("/text", call -> answer(call, 503, "text/plain", "not now"));
        server.createContext("/nothing", call -> answer(call, 204, "text/plain", ""));
        server.createContext("/long", call -> answer(call, 200, "text/plain", "x".repeat(1001)));
        server.createContext("/moved", this::moves);
        server.createContext("/elsewhere", call -> {
            elsewhere.incrementAndGet();
            answer(call, 200, "text/plain", "stolen");
        });
        server.createContext("/silent", call -> await());
        server.createContext("/endless", call -> {
            call.sendResponseHeaders(200, 0);
            call.getResponseBody().write('x');
            call.getResponseBody().flush();
            await();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private static void answer(HttpExchange call, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", type);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private void moves(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Location", "/elsewhere");
        answer(call, 307, "text/plain", "");
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                .header("Authorization", "Bearer sesame")
                .build();
    }

    private Exchange.Failed fails(HttpRequest request, Duration patience, int most) {
        Exchange.Failed failed =
                catchThrowableOfType(Exchange.Failed.class, () -> exchange.of(request, patience, most));
        assertThat(failed).isNotNull();
        assertThat(failed).hasMessageNotContaining("sesame").hasMessageNotContaining("127.0.0.1");
        return failed;
    }

    @Test
    void readsAnAnswerWhateverItsStatus() throws Exchange.Failed {
        assertThat(exchange.of(request("/json"), LONG, 1000))
                .isEqualTo(new Exchange.Answer(200, true, "{\"a\":\"ä\"}"));
        assertThat(exchange.of(request("/text"), LONG, 1000)).isEqualTo(new Exchange.Answer(503, false, "not now"));
        assertThat(exchange.of(request("/nothing"), LONG, 1000)).isEqualTo(new Exchange.Answer(204, false, ""));
    }

    @Test
    void followsNobodyElsewhere() throws Exchange.Failed {
        assertThat(exchange.of(request("/moved"), LONG, 1000).statusCode()).isEqualTo(307);

        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void readsNoMoreThanItMay() throws Exchange.Failed {
        assertThat(exchange.of(request("/long"), LONG, 1001).body()).hasSize(1001);

        assertThat(fails(request("/long"), LONG, 1000).unreached()).isFalse();
        assertThat(fails(request("/long"), LONG, 1000)).hasStackTraceContaining("The answer is longer than 1000 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/endless"})
    void waitsNoLongerThanItMay(String path) {
        Exchange.Failed failed = fails(request(path), SHORT, 1000);

        assertThat(failed).hasMessage("no answer within 200 ms");
        assertThat(failed.unreached()).as("it may have taken what was sent").isFalse();
    }

    @Test
    void saysThatNobodyIsThere() {
        HttpRequest request = request("/json");
        server.stop(0);

        assertThat(fails(request, LONG, 1000).unreached()).isTrue();
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(fails(request("/silent"), LONG, 1000)).hasMessage("interrupted");
        assertThat(Thread.interrupted()).as("whoever called hears of it").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/x", "https://example.org", "HTTPS://example.org/a?b=c"})
    void takesAddressesOfHttp(String address) {
        assertThat(Exchange.address(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org",
                "file:///etc/passwd",
                "example.org",
                "",
                "http://",
                "http:///x",
                "http://ada:sesame@example.org",
                "http://ada:sesame@exa mple.org"
            })
    void refusesOtherAddressesWithoutShowingThem(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exchange.address(address))
                .withMessage("address must be one of http or https without credentials")
                .withNoCause();
    }
}
