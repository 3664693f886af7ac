package tacit.learn.gate;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.PairedOutcome;

/**
 * The permutation test for cases whose trials repeat: the arms of a whole case change places, so that trials of one case
 * never count as independent.
 *
 * <p>Shares of passed trials are fractions, so with a common denominator the changes are whole numbers, and the
 * distribution of their sum under all sign changes follows exactly from adding up one case after the other. Where that
 * would be too large, random sign changes stand in.
 */
final class SignFlipTest {

    private static final long MOST_WORK = 50_000_000;
    private static final int DRAWS = 99_999;

    private SignFlipTest() {}

    /** The chance of a sum of changes as high as this one, or higher, if each case's arms were dealt by a fair coin. */
    static double pValue(List<PairedOutcome> outcomes, RandomGenerator random) {
        return wholeChanges(outcomes)
                .filter(changes -> work(changes) <= MOST_WORK)
                .map(SignFlipTest::exact)
                .orElseGet(() -> drawn(
                        outcomes.stream().mapToDouble(SignFlipTest::change).toArray(), random));
    }

    static double change(PairedOutcome outcome) {
        return outcome.after().share() - outcome.before().share();
    }

    /** The changes times their least common denominator; empty when that grows beyond any use. */
    private static Optional<long[]> wholeChanges(List<PairedOutcome> outcomes) {
        long denominator = 1;
        for (PairedOutcome outcome : outcomes) {
            denominator = common(
                    common(denominator, outcome.before().trials()),
                    outcome.after().trials());
            if (denominator > Integer.MAX_VALUE) {
                return Optional.empty();
            }
        }
        long unit = denominator;
        return Optional.of(outcomes.stream()
                .mapToLong(outcome -> whole(outcome.after(), unit) - whole(outcome.before(), unit))
                .filter(change -> change != 0)
                .toArray());
    }

    private static long whole(ArmOutcome arm, long unit) {
        return unit / arm.trials() * arm.passed();
    }

    private static long common(long left, long right) {
        return left / greatestDivisor(left, right) * right;
    }

    private static long greatestDivisor(long left, long right) {
        return right == 0 ? left : greatestDivisor(right, left % right);
    }

    private static long work(long[] changes) {
        return LongStream.of(changes).map(Math::abs).sum() * changes.length;
    }

    static double exact(long... changes) {
        int span = (int) LongStream.of(changes).map(Math::abs).sum();
        double[] chance = new double[span + 1];
        chance[0] = 1;
        int reached = 0;
        for (long change : changes) {
            int size = (int) Math.abs(change);
            reached += size;
            for (int sum = reached; sum >= 0; sum--) {
                chance[sum] = (chance[sum] + (sum >= size ? chance[sum - size] : 0)) / 2;
            }
        }
        // A sum of changes x is reached when those with a plus add up to (x + span) / 2
        int observed = (int) ((LongStream.of(changes).sum() + span) / 2);
        double tail = 0;
        for (int sum = span; sum >= observed; sum--) {
            tail += chance[sum];
        }
        return Math.min(1, tail);
    }

    /** Counts the observed arrangement as one of the drawn ones, so that the answer is never below what can be known. */
    static double drawn(double[] changes, RandomGenerator random) {
        double observed = 0;
        for (double change : changes) {
            observed += change;
        }
        int asHigh = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (double change : changes) {
                sum += random.nextBoolean() ? change : -change;
            }
            // Sums of the same fractions in another order differ in their last bits
            asHigh += sum >= observed - 1e-9 ? 1 : 0;
        }
        return (double) asHigh / (DRAWS + 1);
    }
}
