package tacit.bench.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private final List<JsonNode> sent = new ArrayList<>();
    private final Told told = new Told();
    private final Evidence evidence =
            new Evidence(new Random(1), Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC), told);
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            sent.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private JsonNode spans() {
        return sent.get(0).at("/resourceSpans/0/scopeSpans/0/spans");
    }

    @Test
    void sendsGradedRunsAndRemembersThem() throws Exception {
        evidence.graded(port(), false, 3);

        assertThat(spans()).hasSize(3);
        assertThat(spans().get(0).at("/events/0/attributes/1/value/stringValue").asText())
                .isEqualTo("fail");
        assertThat(told.evidence()).isEqualTo(3);
        assertThat(told.lost(Set.of(spans().get(1).path("traceId").asText()))).hasSize(2);
    }

    @Test
    void sendsRunsThatFailedInACallOfATool() throws Exception {
        evidence.failed(port(), List.of("no apples", "no pears"));

        assertThat(spans()).hasSize(4);
        JsonNode call = spans().get(1);
        assertThat(call.path("parentSpanId")).isEqualTo(spans().get(0).path("spanId"));
        assertThat(call.at("/status/message").asText()).isEqualTo("no apples");
    }

    @Test
    void remembersNothingThatWasNotAcknowledged() {
        status = 503;

        assertThatThrownBy(() -> evidence.graded(port(), true, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot send runs: 503");
        assertThat(told.evidence()).isZero();
    }
}
