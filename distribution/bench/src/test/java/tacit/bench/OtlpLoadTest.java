package tacit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OtlpLoadTest {

    @Test
    void makesTracesOfTheSizeThatAgentsMake() {
        ExportTraceServiceRequest request = new SampleTraces(7).request(40);

        ScopeSpans scope = request.getResourceSpans(0).getScopeSpans(0);
        assertThat(scope.getSpansCount()).isBetween(400, 800);
        assertThat(request.getSerializedSize() / scope.getSpansCount()).isBetween(900, 2_000);
        assertThat(new SampleTraces(7).request(40)).isEqualTo(request);
    }

    @Test
    void countsEverySpanThatTheServerTookAndEachErrorApart() throws Exception {
        AtomicLong spans = new AtomicLong();
        AtomicLong requests = new AtomicLong();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            spans.addAndGet(request.getResourceSpans(0).getScopeSpans(0).getSpansCount());
            exchange.sendResponseHeaders(requests.incrementAndGet() == 1 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();

        LoadFigures figures = new OtlpLoad(server.getAddress().getPort()).send(21, 5, 2);
        server.stop(0);

        assertThat(figures.requests()).isEqualTo(5);
        assertThat(figures.errors()).isEqualTo(1);
        assertThat(figures.spans()).isEqualTo(spans.get());
        assertThat(figures.spansPerSecond()).isPositive();
    }

    @Test
    void readsPercentilesByRank() {
        long[] millis = new long[200];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = (200 - i) * 1_000_000L;
        }

        LoadFigures figures = new LoadFigures(400, 0, 2_000_000_000L, new LoadFigures.Latencies(millis));

        assertThat(figures.percentileMillis(0.5)).isEqualTo(100);
        assertThat(figures.percentileMillis(0.99)).isEqualTo(198);
        assertThat(figures.spansPerSecond()).isEqualTo(200);
    }

    @Test
    void refusesANumberOfTracesThatIsNone() {
        assertThatThrownBy(() -> new IngestBench().run(List.of("0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TRACES must be at least 1, got 0");
    }
}
