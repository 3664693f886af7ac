package tacit.learn.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.CostChange;
import tacit.api.gate.CostChange.Measure;
import tacit.api.gate.PairedOutcome;

/** Compares what runs cost at the 95th percentile, and tests whether the rise is above a budget. */
final class CostTest {

    private static final double PERCENTILE = 0.95;
    private static final int DRAWS = 1_999;

    private CostTest() {}

    /** One change for each measure that some case recorded under both arms. */
    static List<CostChange> of(List<PairedOutcome> outcomes, @Nullable Double budget, RandomGenerator random) {
        List<CostChange> changes = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            List<PairedOutcome> recorded = outcomes.stream()
                    .filter(outcome -> !Double.isNaN(cost(outcome.before(), measure) + cost(outcome.after(), measure)))
                    .toList();
            if (!recorded.isEmpty()) {
                double[] before =
                        costs(recorded.stream().map(PairedOutcome::before).toList(), measure);
                double[] after =
                        costs(recorded.stream().map(PairedOutcome::after).toList(), measure);
                Double pValue = budget == null ? null : pValue(before, after, budget, random);
                changes.add(new CostChange(
                        measure, recorded.size(), percentile(before.clone()), percentile(after.clone()), pValue));
            }
        }
        return List.copyOf(changes);
    }

    private static double[] costs(List<ArmOutcome> arms, Measure measure) {
        return arms.stream().mapToDouble(arm -> cost(arm, measure)).toArray();
    }

    private static double cost(ArmOutcome arm, Measure measure) {
        Duration latency = arm.latency();
        Double tokens = arm.tokens();
        return switch (measure) {
            case LATENCY -> latency == null ? Double.NaN : latency.toNanos() / 1e6;
            case TOKENS -> tokens == null ? Double.NaN : tokens;
        };
    }

    /** The smallest cost that is at least as high as 95 % of them; sorts its argument. */
    private static double percentile(double[] costs) {
        Arrays.sort(costs);
        return costs[(int) Math.ceil(PERCENTILE * costs.length) - 1];
    }

    /**
     * With the baseline raised by the whole budget, a candidate that just keeps it is the same as the baseline: then the
     * arms of a case may change places.
     */
    private static double pValue(double[] before, double[] after, double budget, RandomGenerator random) {
        double[] allowed =
                Arrays.stream(before).map(cost -> cost * (1 + budget)).toArray();
        double observed = percentile(after.clone()) - percentile(allowed.clone());
        int asHigh = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            asHigh += dealt(allowed, after, random) >= observed ? 1 : 0;
        }
        return (double) asHigh / (DRAWS + 1);
    }

    private static double dealt(double[] allowed, double[] after, RandomGenerator random) {
        double[] left = allowed.clone();
        double[] right = after.clone();
        for (int i = 0; i < left.length; i++) {
            if (random.nextBoolean()) {
                left[i] = after[i];
                right[i] = allowed[i];
            }
        }
        return percentile(right) - percentile(left);
    }
}
