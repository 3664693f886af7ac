package tacit.api.generation;

import java.time.Duration;
import java.util.Objects;

/**
 * What came of one step. Immutable.
 *
 * @param step the step
 * @param subject the role, or the generation for the steps that concern all
 * @param passed whether it did what it should
 * @param detail what was done, or why it failed, in words
 * @param took how long
 */
public record StepResult(ActivationStep step, String subject, boolean passed, String detail, Duration took) {

    public StepResult {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(took, "took");
    }
}
