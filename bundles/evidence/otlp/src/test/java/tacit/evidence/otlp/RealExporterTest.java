package tacit.evidence.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.http.Reply;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceUpdate;

/** Sends with the exporter of OpenTelemetry for Java. */
class RealExporterTest {

    private static final long SECONDS = 30;

    private final ListIngest ingest = new ListIngest();
    private HttpServer server;
    private SdkTracerProvider provider;

    @BeforeEach
    void start() throws IOException {
        TraceExport export = Exports.traces(ingest);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> answer(exchange, export));
        server.start();
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces")
                .build();
        provider = SdkTracerProvider.builder()
                .setResource(Resource.builder().put("service.name", "clerk").build())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    private static void answer(HttpExchange exchange, TraceExport export) throws IOException {
        String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        Reply reply = export.handle(
                new SentCall(contentType, exchange.getRequestBody().readAllBytes()));
        byte[] body = Exports.body(reply);
        exchange.getResponseHeaders().add("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.stop(0);
    }

    @Test
    void takesARunThatTheSdkExports() {
        Tracer tracer = provider.get("clerk.agent");
        Span run = tracer.spanBuilder("invoke_agent clerk").startSpan();
        run.setAttribute("gen_ai.operation.name", "invoke_agent");
        run.setAttribute("gen_ai.conversation.id", "c42");
        Span tool = tracer.spanBuilder("execute_tool sql")
                .setParent(Context.root().with(run))
                .setAttribute("gen_ai.operation.name", "execute_tool")
                .setAttribute(AttributeKey.stringArrayKey("tables"), List.of("a", "b"))
                .startSpan();
        tool.recordException(new IllegalStateException("no such table"));
        tool.setStatus(StatusCode.ERROR);
        tool.end();
        run.end();

        CompletableResultCode flushed = provider.forceFlush().join(SECONDS, TimeUnit.SECONDS);

        assertThat(flushed.isSuccess()).isTrue();
        TraceUpdate update = ingest.updates.get(0);
        assertThat(update.trace().id()).isEqualTo(run.getSpanContext().getTraceId());
        assertThat(update.trace().agent()).isEqualTo("clerk");
        assertThat(update.trace().sessionId()).isEqualTo("c42");
        tacit.api.trace.Span failed = ingest.span(tool.getSpanContext().getSpanId());
        assertThat(failed.status()).isEqualTo(SpanStatus.ERROR);
        assertThat(failed.errorType()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failed.statusMessage()).isEqualTo("no such table");
        assertThat(failed.attributes()).containsEntry("tables", List.of("a", "b"));
        assertThat(failed.attributes()).containsEntry("otel.scope.name", "clerk.agent");
    }
}
