package tacit.api.gate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was served to a live question, and what the candidate said to it unserved. Immutable.
 *
 * @param questionId names the question; never blank
 * @param baseline the answer that was served, in a form in which equal answers are equal texts
 * @param candidate the same of the candidate; null when it gave none, because it failed, came too late, or could not be asked
 */
public record ShadowAnswer(
        String questionId, String baseline, @Nullable String candidate) {

    public ShadowAnswer {
        Objects.requireNonNull(baseline, "baseline");
        if (questionId.isBlank()) {
            throw new IllegalArgumentException("questionId must not be blank");
        }
    }

    /** Whether the candidate answered, and otherwise than the baseline. */
    public boolean differs() {
        return candidate != null && !candidate.equals(baseline);
    }
}
