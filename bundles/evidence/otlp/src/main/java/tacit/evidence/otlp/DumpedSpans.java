package tacit.evidence.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;
import tacit.evidence.otlp.wire.BadItemException;
import tacit.evidence.otlp.wire.Emitter;
import tacit.evidence.otlp.wire.Json;
import tacit.evidence.otlp.wire.WireSpan;

/** Reads spans as tools dump them: nested or in a flat list, with the names that the known tools use. */
final class DumpedSpans {

    /** How deep children may be nested. */
    private static final int MAX_DEPTH = 200;

    private final Consumer<WireSpan> spans;
    private final Refusals refusals;

    DumpedSpans(Consumer<WireSpan> spans, Refusals refusals) {
        this.spans = spans;
        this.refusals = refusals;
    }

    /** Takes what could not be read. */
    interface Refusals {

        void refuse(String position, String reason);
    }

    /** Whether an object is a span in one of the known forms. */
    static boolean isSpan(JsonNode node) {
        return node.isObject() && (node.has("span_id") || node.path("context").has("span_id"));
    }

    /** Reads a span and all below it; a bad span is refused and those below it are still read. */
    void read(JsonNode node, @Nullable String traceId, @Nullable String parentId, String position, int depth) {
        if (depth > MAX_DEPTH) {
            refusals.refuse(position, "Spans must be nested at most " + MAX_DEPTH + " levels deep");
            return;
        }
        String trace = DumpFields.text(node, "trace_id");
        trace = trace == null ? DumpFields.text(node.path("context"), "trace_id") : trace;
        trace = trace == null ? traceId : trace;
        try {
            spans.accept(span(node, trace, parentId, position));
        } catch (BadItemException e) {
            refusals.refuse(position, String.valueOf(e.getMessage()));
        }
        JsonNode children = node.path("child_spans");
        for (int i = 0; i < children.size(); i++) {
            String id = DumpFields.text(node, "span_id");
            read(children.get(i), trace, id, position + ".child_spans[" + i + "]", depth + 1);
        }
    }

    private static WireSpan span(JsonNode node, @Nullable String traceId, @Nullable String parentId, String position) {
        if (!node.isObject()) {
            throw new BadItemException("Span must be an object");
        }
        String id = DumpFields.text(node, "span_id");
        id = id == null ? DumpFields.text(node.path("context"), "span_id") : id;
        if (id == null || traceId == null) {
            throw new BadItemException((id == null ? "span_id" : "trace_id") + " must be given");
        }
        String parent = DumpFields.text(node, "parent_span_id", "parent_id");
        Instant startedAt = DumpFields.time(node, "start_time", "timestamp");
        Map<String, Object> attributes = DumpFields.attributes(node);
        List<SpanEvent> events = events(node.path("events"));
        return new WireSpan(
                traceId,
                id,
                parent == null ? parentId : parent,
                String.valueOf(DumpFields.textOr(node, "", "span_name", "name")),
                startedAt,
                endedAt(node, startedAt),
                status(DumpFields.textOr(node, "", "status_code")),
                DumpFields.text(node, "status_message"),
                DumpFields.withLogs(attributes, node.path("logs")),
                events,
                emitter(node),
                position);
    }

    private static Emitter emitter(JsonNode node) {
        Map<String, Object> resource = new LinkedHashMap<>();
        if (Json.value(node.path("resource_attributes")) instanceof Map<?, ?> stated) {
            stated.forEach((key, value) -> resource.put(String.valueOf(key), value));
        }
        String service = DumpFields.text(node, "service_name");
        if (service != null) {
            resource.putIfAbsent("service.name", service);
        }
        return new Emitter(resource, DumpFields.textOr(node, "", "scope_name"));
    }

    private static @Nullable Instant endedAt(JsonNode node, @Nullable Instant startedAt) {
        Instant end = DumpFields.time(node, "end_time");
        String duration = DumpFields.text(node, "duration");
        if (end != null || startedAt == null || duration == null) {
            return end;
        }
        try {
            return startedAt.plus(Duration.parse(duration));
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadItemException("duration must be an ISO 8601 duration");
        }
    }

    private static SpanStatus status(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "ok", "status_code_ok" -> SpanStatus.OK;
            case "error", "status_code_error" -> SpanStatus.ERROR;
            case "", "unset", "status_code_unset", "none" -> SpanStatus.UNSET;
            default -> throw new BadItemException("status_code must be one of OK, ERROR, UNSET");
        };
    }

    private static List<SpanEvent> events(JsonNode events) {
        List<SpanEvent> list = new ArrayList<>(events.size());
        for (JsonNode event : events) {
            list.add(new SpanEvent(
                    DumpFields.textOr(event, "", "name", "Name"),
                    DumpFields.time(event, "timestamp", "Timestamp"),
                    DumpFields.map(event.has("Attributes") ? event.get("Attributes") : event.path("attributes"))));
        }
        return list;
    }
}
