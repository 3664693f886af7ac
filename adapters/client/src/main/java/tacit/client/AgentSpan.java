package tacit.client;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run. Immutable.
 *
 * @param id 16 hexadecimal digits, see {@link TraceIds}
 * @param parentId the span that it belongs to; null for the root, with which a run is over
 * @param name such as {@code chat gpt-4o}
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param error the class of what went wrong; null where nothing did
 * @param message what went wrong, in words; null where nothing did
 * @param attributes texts, numbers, truth values and lists of them, by the names of OpenTelemetry's GenAI conventions
 */
public record AgentSpan(
        String id,
        @Nullable String parentId,
        String name,
        Instant startedAt,
        Instant endedAt,
        @Nullable String error,
        @Nullable String message,
        Map<String, Object> attributes) {

    public AgentSpan {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
