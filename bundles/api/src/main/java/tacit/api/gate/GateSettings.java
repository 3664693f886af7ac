package tacit.api.gate;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a gate asks of a candidate. Immutable.
 *
 * @param evaluator whether the same arm could answer the same case differently
 * @param alpha the chance of a wrong answer that each test may take, one-sided; in (0, 0.5]
 * @param budget the share of the cases that passed before which may break, in [0, 1)
 * @param costBudget by how much the 95th percentile of time and of tokens may rise, as a share; null when cost is only
 *     reported
 * @param smallestEffect the smallest rise of the solved share that is worth finding, in (0, 1]; the verdict says what
 *     chance the cases gave to find it, and decides nothing by it
 * @param protectedIds cases of which none may break
 * @param seed of the generator for the tests that draw permutations
 */
public record GateSettings(
        Evaluator evaluator,
        double alpha,
        double budget,
        @Nullable Double costBudget,
        double smallestEffect,
        Set<String> protectedIds,
        long seed) {

    /** How an arm answers. */
    public enum Evaluator {
        /** The same case always gets the same answer, so a broken case is the candidate's doing. */
        DETERMINISTIC,
        /** Answers vary, so the budget is never below the noise that the baseline shows against itself. */
        STOCHASTIC
    }

    public GateSettings {
        Objects.requireNonNull(evaluator, "evaluator");
        if (!(alpha > 0 && alpha <= 0.5)) {
            throw new IllegalArgumentException("alpha must be in (0, 0.5], got " + alpha);
        }
        if (!(budget >= 0 && budget < 1)) {
            throw new IllegalArgumentException("budget must be in [0, 1), got " + budget);
        }
        if (costBudget != null && !(costBudget >= 0 && Double.isFinite(costBudget))) {
            throw new IllegalArgumentException("costBudget must be finite and not negative, got " + costBudget);
        }
        if (!(smallestEffect > 0 && smallestEffect <= 1)) {
            throw new IllegalArgumentException("smallestEffect must be in (0, 1], got " + smallestEffect);
        }
        protectedIds = Set.copyOf(protectedIds);
    }

    /** For runs of an agent: alpha 0.01, 15 % of the passed cases may break, cost is reported, 5 points are worth finding. */
    public static GateSettings stochastic() {
        return new GateSettings(Evaluator.STOCHASTIC, 0.01, 0.15, null, 0.05, Set.of(), 1);
    }

    /** For replayed decisions: alpha 0.01, no case may break, cost is reported, 5 points are worth finding. */
    public static GateSettings deterministic() {
        return new GateSettings(Evaluator.DETERMINISTIC, 0.01, 0, null, 0.05, Set.of(), 1);
    }

    public GateSettings withAlpha(double value) {
        return new GateSettings(evaluator, value, budget, costBudget, smallestEffect, protectedIds, seed);
    }

    public GateSettings withBudget(double value) {
        return new GateSettings(evaluator, alpha, value, costBudget, smallestEffect, protectedIds, seed);
    }

    /** Sets the rise of cost that is allowed; null means that cost is only reported. */
    public GateSettings withCostBudget(@Nullable Double value) {
        return new GateSettings(evaluator, alpha, budget, value, smallestEffect, protectedIds, seed);
    }

    public GateSettings withSmallestEffect(double value) {
        return new GateSettings(evaluator, alpha, budget, costBudget, value, protectedIds, seed);
    }

    public GateSettings withProtectedIds(Set<String> value) {
        return new GateSettings(evaluator, alpha, budget, costBudget, smallestEffect, value, seed);
    }
}
