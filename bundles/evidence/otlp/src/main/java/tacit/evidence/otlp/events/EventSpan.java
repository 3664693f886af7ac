package tacit.evidence.otlp.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanStatus;
import tacit.evidence.otlp.map.EventAttributes;
import tacit.evidence.otlp.wire.WireLog;

/** Starts spans from events: an event comes at the end of what it tells of. */
final class EventSpan {

    private static final Duration LONGEST = Duration.ofDays(7);

    private EventSpan() {}

    static SpanBuilder start(WireLog log, String traceId, String parentId, String operation, String name) {
        return timed(
                log, Span.builder(EventIds.span(traceId, log), operation, name).parentId(parentId));
    }

    /** Starts the span of a call that has an id wherever it is told of. */
    static SpanBuilder start(WireLog log, String id, String parentId, String operation) {
        String tool = log.text("tool_name");
        return timed(
                log,
                Span.builder(id, operation, tool == null ? operation : operation + " " + tool)
                        .parentId(parentId));
    }

    private static SpanBuilder timed(WireLog log, SpanBuilder span) {
        Instant end = log.at();
        span.endedAt(end);
        return end == null ? span : span.startedAt(end.minus(duration(log)));
    }

    private static Duration duration(WireLog log) {
        Long millis = EventAttributes.whole(log.attributes().get("duration_ms"));
        return millis == null || millis < 0 || millis > LONGEST.toMillis() ? Duration.ZERO : Duration.ofMillis(millis);
    }

    /** Copies every attribute but those that stand elsewhere, some under their names in OpenTelemetry. */
    static void copy(WireLog log, SpanBuilder span, Map<String, String> renamed, Set<String> left) {
        log.attributes().forEach((key, value) -> {
            if (!left.contains(key)) {
                String name = renamed.getOrDefault(key, key);
                Object number = name.startsWith("gen_ai.usage.") ? EventAttributes.whole(value) : value;
                span.attribute(name, number);
            }
        });
    }

    static void fail(SpanBuilder span, @Nullable String errorType, @Nullable String message) {
        span.status(SpanStatus.ERROR).errorType(errorType).statusMessage(message);
    }

    static boolean isFalse(@Nullable String flag) {
        return "false".equalsIgnoreCase(flag);
    }
}
