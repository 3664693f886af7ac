package tacit.learn.gate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The tests and bounds that the gate relies on: exact where that is possible, one-sided throughout. */
final class Statistics {

    /** A sample size is the number of cases at which an effect is found four times in five. */
    static final double POWER = 0.8;

    private static final int BISECTIONS = 60;

    private Statistics() {}

    /** The chance of at least {@code successes} in {@code trials} of probability {@code p}: the exact binomial test. */
    static double binomialTail(long successes, long trials, double p) {
        if (successes <= 0) {
            return 1;
        }
        if (successes > trials || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return 1;
        }
        // Summing away from the mode keeps every term below the first one
        return successes > trials * p
                ? upwards(successes, trials, p)
                : 1 - upwards(trials - successes + 1, trials, 1 - p);
    }

    private static double upwards(long from, long trials, double p) {
        double odds = p / (1 - p);
        double term = Math.exp(logProbability(from, trials, p));
        double sum = 0;
        for (long k = from; k <= trials && term > 0; k++) {
            sum += term;
            term *= odds * (trials - k) / (k + 1);
        }
        return Math.min(1, sum);
    }

    private static double logProbability(long successes, long trials, double p) {
        double log = successes * Math.log(p) + (trials - successes) * Math.log1p(-p);
        for (long i = 0; i < Math.min(successes, trials - successes); i++) {
            log += Math.log((double) (trials - i) / (i + 1));
        }
        return log;
    }

    /**
     * The sign test, which on pairs of passed and failed is McNemar's exact test: the chance of so many for the better
     * among the cases that changed, if better and worse were equally likely.
     */
    static double signTest(long better, long worse) {
        return binomialTail(better, better + worse, 0.5);
    }

    /** The upper end of Clopper and Pearson's one-sided interval for a share. */
    static double upperBound(long successes, long trials, double confidence) {
        if (trials == 0 || successes >= trials) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (1 - binomialTail(successes + 1, trials, middle) > 1 - confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Holm's adjusted p-values, in the order of the given ones: one at most alpha may be called significant at alpha. */
    static double[] holm(double... pValues) {
        List<Integer> ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toList();
        double[] adjusted = new double[pValues.length];
        double floor = 0;
        for (int rank = 0; rank < ascending.size(); rank++) {
            int i = ascending.get(rank);
            floor = Math.max(floor, Math.min(1, pValues[i] * (pValues.length - rank)));
            adjusted[i] = floor;
        }
        return adjusted;
    }

    /**
     * How many pairs a paired test needs to find the given effect: Connor's formula, which for changes of -1, 0 and 1 is
     * the sample size of McNemar's test.
     *
     * @param mean the mean change of a pair, not 0
     * @param meanSquare the mean of the squared changes
     */
    static double pairsNeeded(double mean, double meanSquare, double alpha) {
        double spread = normalQuantile(1 - alpha) * Math.sqrt(meanSquare)
                + normalQuantile(POWER) * Math.sqrt(Math.max(0, meanSquare - mean * mean));
        return square(spread / mean);
    }

    /** How many trials a binomial test needs to find that a share is above {@code limit} when it is {@code share}. */
    static double trialsNeeded(double limit, double share, double alpha) {
        double spread = normalQuantile(1 - alpha) * Math.sqrt(limit * (1 - limit))
                + normalQuantile(POWER) * Math.sqrt(share * (1 - share));
        return square(spread / (share - limit));
    }

    private static double square(double value) {
        return value * value;
    }

    /** The value that a standard normal variable stays below with probability {@code p} in (0, 1). */
    static double normalQuantile(double p) {
        double low = -40;
        double high = 40;
        for (int i = 0; i < 2 * BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (normalBelow(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Marsaglia's series for the normal distribution (2004): exact to the last digits of a double near the middle. */
    static double normalBelow(double x) {
        if (Math.abs(x) > 8) {
            return x < 0 ? 0 : 1;
        }
        double sum = x;
        double term = x;
        for (int i = 3; Math.abs(term) > 1e-17; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
