package tacit.api.learn;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one detector saw in one trace. Immutable.
 *
 * @param spanId the span where the failure lies; null for the whole trace
 * @param category the kind of failure: lower case words joined by underscores, such as {@code tool_error}
 * @param failureClass whose failure it is
 * @param severity how much it matters
 * @param confidence how sure the detector is, in [0, 1]
 * @param reason why this is a failure, in one sentence that an operator understands
 * @param evidence the text that shows it, as recorded; never blank
 * @param code the emitter's explicit code for the failure, such as an error class; null when it gave none
 */
public record Finding(
        @Nullable String spanId,
        String category,
        FailureClass failureClass,
        Severity severity,
        double confidence,
        String reason,
        String evidence,
        @Nullable String code) {

    public Finding {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(failureClass, "failureClass");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(reason, "reason");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("evidence must not be blank");
        }
    }
}
