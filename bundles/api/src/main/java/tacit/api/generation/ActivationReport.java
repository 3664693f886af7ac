package tacit.api.generation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of an activation or a rollback. Immutable.
 *
 * @param before the generation that was active before; 0 when there was none
 * @param active the generation that is active now
 * @param steps every step that was taken, in order; the last one failed when the activation did
 */
public record ActivationReport(long before, long active, List<StepResult> steps) {

    public ActivationReport {
        steps = List.copyOf(steps);
    }

    /** The step that ended it; empty when every step passed. */
    public Optional<StepResult> failure() {
        return steps.stream().filter(step -> !step.passed()).findFirst();
    }

    /** Whether the harness is what was asked for. */
    public boolean succeeded() {
        return failure().isEmpty();
    }

    /** All steps together. */
    public Duration took() {
        return steps.stream().map(StepResult::took).reduce(Duration.ZERO, Duration::plus);
    }
}
