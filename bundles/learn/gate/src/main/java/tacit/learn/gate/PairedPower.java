package tacit.learn.gate;

import java.util.List;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Power;

/** The chances of the paired tests to find a better candidate. Exact for the sign test. */
public final class PairedPower {

    private static final int BISECTIONS = 16;

    private PairedPower() {}

    /**
     * What the cases that ran could have shown: an effect moves some of those that changed from broken to fixed, and makes
     * more of them change only where they are too few for it.
     */
    static Power of(List<PairedOutcome> outcomes, double effect, double alpha) {
        int cases = outcomes.size();
        if (outcomes.stream().anyMatch(PairedOutcome::repeated)) {
            double meanSquare = outcomes.stream()
                    .mapToDouble(SignFlipTest::change)
                    .map(change -> change * change)
                    .average()
                    .orElseThrow();
            Double detectable = smallest(rise -> approximate(cases, rise, meanSquare, alpha) >= Statistics.POWER);
            return new Power(effect, approximate(cases, effect, meanSquare, alpha), detectable, false);
        }
        double changed = outcomes.stream()
                .mapToDouble(outcome -> outcome.fixed() || outcome.broken() ? 1 : 0)
                .average()
                .orElse(0);
        Double detectable = smallest(rise -> exact(cases, rise, changed, alpha) >= Statistics.POWER);
        return new Power(effect, exact(cases, effect, changed, alpha), detectable, true);
    }

    private static double exact(int cases, double rise, double changed, double alpha) {
        double share = Math.max(rise, changed);
        return ofSignTest(cases, (share + rise) / 2, (share - rise) / 2, alpha);
    }

    /**
     * The chance that the sign test finds more fixed than broken: over all numbers of cases that can change, that of as
     * many fixed ones among them as the test then asks for.
     *
     * @param fixed the chance of a case to be fixed
     * @param broken the chance of a case to be broken; with {@code fixed} at most 1
     */
    public static double ofSignTest(int cases, double fixed, double broken, double alpha) {
        double changed = Math.min(1, fixed + broken);
        double better = changed == 0 ? 0 : fixed / changed;
        double[] logs = logFactorials(cases);
        double power = 0;
        int needed = 0;
        double byChance = 1;
        double found = 1;
        for (int changes = 0; changes <= cases; changes++) {
            // What is needed never falls with the number of changes, so both tails are carried on from the one before
            while (byChance > alpha) {
                byChance -= probability(needed, changes, 0.5, logs);
                found -= probability(needed, changes, better, logs);
                needed++;
            }
            power += probability(changes, cases, changed, logs) * found;
            byChance += 0.5 * probability(needed - 1, changes, 0.5, logs);
            found += better * probability(needed - 1, changes, better, logs);
        }
        return Math.max(0, Math.min(1, power));
    }

    private static double[] logFactorials(int most) {
        double[] logs = new double[most + 1];
        for (int i = 2; i <= most; i++) {
            logs[i] = logs[i - 1] + Math.log(i);
        }
        return logs;
    }

    private static double probability(int successes, int trials, double p, double[] logs) {
        if (successes < 0 || successes > trials) {
            return 0;
        }
        double ways = logs[trials] - logs[successes] - logs[trials - successes];
        return Math.exp(ways + log(p, successes) + log(1 - p, trials - successes));
    }

    private static double log(double p, int exponent) {
        return exponent == 0 ? 0 : exponent * Math.log(p);
    }

    /** What Connor's formula, which says how many cases are needed, says of a given number of them. */
    private static double approximate(int cases, double rise, double meanSquare, double alpha) {
        double square = Math.max(meanSquare, rise * rise);
        double above = rise * Math.sqrt(cases) - Statistics.normalQuantile(1 - alpha) * Math.sqrt(square);
        double spread = Math.sqrt(square - rise * rise);
        if (spread == 0) {
            return above >= 0 ? 1 : 0;
        }
        return Statistics.normalBelow(above / spread);
    }

    /** The smallest rise that is enough, to four digits and rather too high; null when none is. */
    private static @Nullable Double smallest(DoublePredicate enough) {
        if (!enough.test(1)) {
            return null;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (enough.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
