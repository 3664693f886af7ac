package tacit.learn.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.gate.Breakage;
import tacit.api.gate.PairedOutcome;

/** Says how many cases would decide what the cases so far do not, if the effect stays as it is. */
final class CasesToDecide {

    private CasesToDecide() {}

    /**
     * The smaller of the cases that prove the change in the solved share and those that prove the budget exceeded.
     *
     * @return null when neither is seen, so that no number of cases would decide
     */
    static @Nullable Integer of(List<PairedOutcome> outcomes, Breakage breakage, double alpha) {
        if (outcomes.isEmpty()) {
            return fewest(alpha);
        }
        int cases = outcomes.size();
        double mean = mean(outcomes, 1);
        double needed = Double.POSITIVE_INFINITY;
        if (mean != 0) {
            needed = Statistics.pairsNeeded(mean, mean(outcomes, 2), alpha);
        }
        if (breakage.share() > breakage.budget()) {
            double trials = Statistics.trialsNeeded(breakage.budget(), breakage.share(), alpha);
            needed = Math.min(needed, trials * cases / breakage.passedBefore());
        }
        return needed < Integer.MAX_VALUE ? Math.max(cases + 1, (int) Math.ceil(needed)) : null;
    }

    /** The fewest cases that can decide anything: all of them fixed. */
    private static int fewest(double alpha) {
        int cases = 1;
        while (Statistics.signTest(cases, 0) > alpha) {
            cases++;
        }
        return cases;
    }

    private static double mean(List<PairedOutcome> outcomes, int power) {
        double sum = outcomes.stream()
                .mapToDouble(outcome -> Math.pow(SignFlipTest.change(outcome), power))
                .sum();
        // What is left of changes that cancel each other is rounding
        return Math.abs(sum) < 1e-9 ? 0 : sum / outcomes.size();
    }
}
