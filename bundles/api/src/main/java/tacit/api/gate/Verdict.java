package tacit.api.gate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision with its evidence. Immutable.
 *
 * @param decision what the gate says
 * @param reason why, in one line with the figures that decided
 * @param effect what changed, case by case
 * @param breakage how much of what worked is broken
 * @param pValue the chance of so good a result, or a better one, from a candidate that changes nothing
 * @param reversePValue the chance of so bad a result, or a worse one, from a candidate that changes nothing
 * @param casesToDecide how many cases in all would decide it at the effect seen so far, four times in five; null when it
 *     is decided, or when no number of cases would decide it because there is no effect
 * @param power what these cases could have shown
 * @param costs what runs cost under both arms; empty when no case recorded it under both
 */
public record Verdict(
        Decision decision,
        String reason,
        Effect effect,
        Breakage breakage,
        double pValue,
        double reversePValue,
        @Nullable Integer casesToDecide,
        Power power,
        List<CostChange> costs) {

    public Verdict {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(breakage, "breakage");
        Objects.requireNonNull(power, "power");
        costs = List.copyOf(costs);
    }
}
