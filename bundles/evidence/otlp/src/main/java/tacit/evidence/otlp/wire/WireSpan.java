package tacit.evidence.otlp.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;

/**
 * One span as it was sent. Immutable.
 *
 * @param position where it stands in the request or file
 */
public record WireSpan(
        String traceId,
        String id,
        @Nullable String parentId,
        String name,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        SpanStatus status,
        @Nullable String statusMessage,
        Map<String, Object> attributes,
        List<SpanEvent> events,
        Emitter emitter,
        String position) {

    public WireSpan {
        if (startedAt != null && endedAt != null && endedAt.isBefore(startedAt)) {
            throw new BadItemException("endTimeUnixNano must not be before startTimeUnixNano");
        }
    }
}
