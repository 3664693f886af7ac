package tacit.evidence.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import tacit.api.http.Reply;

/** Builds requests and resources for tests. */
final class Exports {

    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    static final String GOOD = "00f067aa0ba902b7";
    static final String OTHER = "00f067aa0ba902b8";

    private Exports() {}

    static TraceExport traces(ListIngest ingest) {
        return new TraceExport(ingest, 1 << 20);
    }

    static LogExport logs(ListIngest ingest) {
        return new LogExport(ingest, 1 << 20);
    }

    static byte[] body(Reply reply) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            reply.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String text(Reply reply) {
        return new String(body(reply), StandardCharsets.UTF_8);
    }

    static ByteString id(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    static Span.Builder span(String id) {
        return Span.newBuilder()
                .setTraceId(id(TRACE))
                .setSpanId(id(id))
                .setName("chat small-1")
                .setStartTimeUnixNano(1_700_000_000_000_000_000L)
                .setEndTimeUnixNano(1_700_000_001_500_000_000L);
    }

    static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    static ExportTraceServiceRequest request(Span.Builder... spans) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (Span.Builder span : spans) {
            scope.addSpans(span);
        }
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(attribute("service.name", "records")))
                        .addScopeSpans(scope))
                .build();
    }

    /** A JSON request with one good span behind what is given. */
    static String jsonRequest(String spans) {
        return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[]},\"scopeSpans\":[{\"scope\":{},\"spans\":[" + spans
                + ",{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + GOOD + "\",\"name\":\"good\"}]}]}]}";
    }

    static String jsonLogs(String records) {
        return "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[" + records + "]}]}]}";
    }
}
