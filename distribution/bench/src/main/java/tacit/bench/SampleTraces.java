package tacit.bench;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Random;

/** Makes traces like those of an agent with tools: 10 to 20 spans of 1 to 2 KB. Confined to one thread. */
public final class SampleTraces {

    private static final long BEGIN = 1_780_000_000_000_000_000L;
    private static final long STEP = 40_000_000L;
    private static final List<String> WORDS = List.of(
            "customer",
            "order",
            "total",
            "find",
            "table",
            "column",
            "status",
            "report",
            "because",
            "invoice",
            "the",
            "rows",
            "since",
            "last",
            "month",
            "should",
            "return",
            "count",
            "with",
            "and",
            "was",
            "not",
            "shipped");

    private final Random random;
    private long clock = BEGIN;

    public SampleTraces(long seed) {
        random = new Random(seed);
    }

    public ExportTraceServiceRequest request(int traces) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (int i = 0; i < traces; i++) {
            trace(scope);
        }
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(text("service.name", "bench-agent")))
                        .addScopeSpans(scope))
                .build();
    }

    private void trace(ScopeSpans.Builder scope) {
        ByteString traceId = bytes(16);
        ByteString root = bytes(8);
        int spans = 10 + random.nextInt(11);
        scope.addSpans(
                span(traceId, root, "invoke_agent bench").addAttributes(text("gen_ai.operation.name", "invoke_agent")));
        for (int i = 1; i < spans; i++) {
            Span.Builder span = i % 2 == 0 ? tool(traceId) : chat(traceId);
            scope.addSpans(span.setParentSpanId(root));
        }
    }

    private Span.Builder chat(ByteString traceId) {
        return span(traceId, bytes(8), "chat small-1")
                .addAttributes(text("gen_ai.operation.name", "chat"))
                .addAttributes(text("gen_ai.provider.name", "bench"))
                .addAttributes(text("gen_ai.request.model", "small-1"))
                .addAttributes(number("gen_ai.usage.input_tokens", 200 + random.nextInt(400)))
                .addAttributes(number("gen_ai.usage.output_tokens", 20 + random.nextInt(80)))
                .addAttributes(text("gen_ai.input.messages", message("user", 110)))
                .addAttributes(text("gen_ai.output.messages", message("assistant", 40)));
    }

    private Span.Builder tool(ByteString traceId) {
        Span.Builder span = span(traceId, bytes(8), "execute_tool sql")
                .addAttributes(text("gen_ai.operation.name", "execute_tool"))
                .addAttributes(text("gen_ai.tool.name", "sql"))
                .addAttributes(text("gen_ai.tool.call.arguments", "{\"query\":\"" + words(30) + "\"}"))
                .addAttributes(text("gen_ai.tool.call.result", words(120)));
        return random.nextInt(10) > 0
                ? span
                : span.setStatus(Status.newBuilder()
                        .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                        .setMessage("no such column: " + words(1)));
    }

    private Span.Builder span(ByteString traceId, ByteString id, String name) {
        clock += STEP;
        return Span.newBuilder()
                .setTraceId(traceId)
                .setSpanId(id)
                .setName(name)
                .setStartTimeUnixNano(clock)
                .setEndTimeUnixNano(clock + STEP);
    }

    private String message(String role, int length) {
        return "[{\"role\":\"" + role + "\",\"parts\":[{\"type\":\"text\",\"content\":\"" + words(length) + "\"}]}]";
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private ByteString bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static KeyValue number(String key, long value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setIntValue(value))
                .build();
    }
}
