package tacit.api.experiment;

import java.util.Objects;
import java.util.function.Predicate;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.Measured;
import tacit.api.experiment.LiveComparison.State;

/**
 * A change that served live runs, and what they said of it in one comparison that has ended. Immutable.
 *
 * @param experiment whose change it is, as it is now
 * @param comparison how its runs went beside those without it
 */
public record MeasuredEffect(Experiment experiment, LiveComparison comparison) {

    public MeasuredEffect {
        Objects.requireNonNull(experiment, "experiment");
        Objects.requireNonNull(comparison, "comparison");
        if (!experiment.id().equals(comparison.experimentId())) {
            throw new IllegalArgumentException("comparison must be of experiment '" + experiment.id()
                    + "', got one of '" + comparison.experimentId() + "'");
        }
    }

    /** Whether runs got worse: so it was decided, or the whole 95 % interval of the change of successful runs is below 0. */
    public boolean harmed() {
        return comparison.state() == State.WORSENED
                || (comparison.state() != State.IMPROVED && outcomes(one -> one.high() < 0));
    }

    /** Whether runs got better: so it was decided, or the whole 95 % interval of the change of successful runs is above 0. */
    public boolean helped() {
        return comparison.state() == State.IMPROVED
                || (comparison.state() != State.WORSENED && outcomes(one -> one.low() > 0));
    }

    private boolean outcomes(Predicate<Measured> what) {
        return comparison.measured().stream()
                .filter(one -> one.measure() == Measure.OUTCOME)
                .anyMatch(what);
    }
}
