package tacit.evidence.otlp.wire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One log record as it was sent. Immutable.
 *
 * @param traceId the trace that it was written in; null when it was written in none
 * @param spanId the span that it was written in; null when it was written in none
 * @param at when it happened, or else when it was observed
 * @param eventName the name of the event; empty when it is a plain log line
 * @param body a JSON value; null when there is none
 * @param position where it stands in the request or file
 */
public record WireLog(
        @Nullable String traceId,
        @Nullable String spanId,
        @Nullable Instant at,
        String eventName,
        @Nullable Object body,
        Map<String, Object> attributes,
        Emitter emitter,
        String position) {

    /** An attribute as text; null when it is absent. */
    public @Nullable String text(String key) {
        Object value = attributes.get(key);
        return value == null ? null : String.valueOf(value);
    }
}
