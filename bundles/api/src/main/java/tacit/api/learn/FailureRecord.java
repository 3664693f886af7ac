package tacit.api.learn;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One failure in one trace, as it is kept. Immutable.
 *
 * @param id derived from trace, span, detector and signature, so that mining a trace again finds the same record
 * @param traceId the trace
 * @param taskKey the task of the trace; null when not known
 * @param detector the detector that saw it
 * @param finding what it saw
 * @param signature the key of its family
 * @param tokens tokens that the failure cost: those of the span and of its parts
 * @param duration time that it cost
 * @param occurredAt when; null when the trace has no times
 */
public record FailureRecord(
        String id,
        String traceId,
        @Nullable String taskKey,
        String detector,
        Finding finding,
        Signature signature,
        long tokens,
        Duration duration,
        @Nullable Instant occurredAt) {

    public FailureRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(detector, "detector");
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(duration, "duration");
    }
}
