package tacit.learn.gate;

import java.util.List;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Power;

/** What a run could have shown, by the test that judged it. */
final class PairedPower {

    private static final int BISECTIONS = 16;

    private PairedPower() {}

    /**
     * What the cases that ran could have shown: an effect moves some of those that changed from broken to fixed, and makes
     * more of them change only where they are too few for it.
     */
    static Power of(List<PairedOutcome> outcomes, double effect, double alpha) {
        return outcomes.stream().anyMatch(PairedOutcome::repeated)
                ? ofSignFlips(outcomes, effect, alpha)
                : ofSignTest(outcomes, effect, alpha);
    }

    private static Power ofSignTest(List<PairedOutcome> outcomes, double effect, double alpha) {
        double changed = outcomes.stream()
                .mapToDouble(outcome -> outcome.fixed() || outcome.broken() ? 1 : 0)
                .average()
                .orElse(0);
        SignTestPower test = new SignTestPower(outcomes.size(), alpha);
        Double detectable = smallest(rise -> exact(test, rise, changed) >= Statistics.POWER);
        return new Power(effect, exact(test, effect, changed), detectable, true);
    }

    private static Power ofSignFlips(List<PairedOutcome> outcomes, double effect, double alpha) {
        int cases = outcomes.size();
        double meanSquare = outcomes.stream()
                .mapToDouble(SignFlipTest::change)
                .map(change -> change * change)
                .average()
                .orElseThrow();
        Double detectable = smallest(rise -> approximate(cases, rise, meanSquare, alpha) >= Statistics.POWER);
        return new Power(effect, approximate(cases, effect, meanSquare, alpha), detectable, false);
    }

    private static double exact(SignTestPower test, double rise, double changed) {
        double share = Math.max(rise, changed);
        return test.chance((share + rise) / 2, (share - rise) / 2);
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
