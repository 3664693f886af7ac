package tacit.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes traces as OTLP's JSON for spans. */
final class OtlpJson {

    private static final int ERROR = 2;
    private static final int INTERNAL = 1;

    private OtlpJson() {}

    static String request(List<AgentTrace> traces) {
        return Json.write(
                Map.of("resourceSpans", traces.stream().map(OtlpJson::resource).toList()));
    }

    private static Map<String, Object> resource(AgentTrace trace) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("resource", Map.of("attributes", attributes(Map.of("service.name", trace.agent()))));
        Map<String, Object> scope = new LinkedHashMap<>();
        scope.put("scope", Map.of("name", "tacit-client"));
        scope.put(
                "spans",
                trace.spans().stream().map(span -> span(trace.id(), span)).toList());
        resource.put("scopeSpans", List.of(scope));
        return resource;
    }

    private static Map<String, Object> span(String traceId, AgentSpan span) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("traceId", traceId);
        written.put("spanId", span.id());
        Fields.put(written, "parentSpanId", span.parentId());
        written.put("name", span.name());
        written.put("kind", INTERNAL);
        written.put("startTimeUnixNano", nanos(span.startedAt()));
        written.put("endTimeUnixNano", nanos(span.endedAt()));
        Map<String, Object> all = new LinkedHashMap<>(span.attributes());
        Fields.put(all, "error.type", span.error());
        written.put("attributes", attributes(all));
        if (span.error() != null) {
            Map<String, Object> status = new LinkedHashMap<>();
            status.put("code", ERROR);
            Fields.put(status, "message", span.message());
            written.put("status", status);
        }
        return written;
    }

    private static String nanos(Instant time) {
        return time.getEpochSecond() + String.format("%09d", time.getNano());
    }

    private static List<Map<String, Object>> attributes(Map<String, Object> attributes) {
        List<Map<String, Object>> written = new ArrayList<>();
        attributes.forEach((key, value) -> {
            if (value != null) {
                Map<String, Object> attribute = new LinkedHashMap<>();
                attribute.put("key", key);
                attribute.put("value", value(value));
                written.add(attribute);
            }
        });
        return written;
    }

    private static Map<String, Object> value(@Nullable Object value) {
        if (value instanceof Boolean) {
            return Map.of("boolValue", value);
        }
        if (value instanceof Integer || value instanceof Long) {
            return Map.of("intValue", value.toString());
        }
        if (value instanceof Number number) {
            return Map.of("doubleValue", number.doubleValue());
        }
        if (value instanceof Collection<?> list) {
            return Map.of(
                    "arrayValue",
                    Map.of("values", list.stream().map(OtlpJson::value).toList()));
        }
        return Map.of("stringValue", String.valueOf(value));
    }
}
