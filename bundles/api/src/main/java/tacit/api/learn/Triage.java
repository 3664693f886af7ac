package tacit.api.learn;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operator's word on one span: this is, or is not, a failure of this kind. Immutable.
 *
 * @param traceId the trace
 * @param spanId the span; null for the whole trace
 * @param category the kind of failure that is confirmed or denied
 * @param failure whether it is one
 * @param by who said so
 * @param at when
 */
public record Triage(String traceId, @Nullable String spanId, String category, boolean failure, String by, Instant at) {

    public Triage {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
