package tacit.learn.gate;

/** The chance of the sign test to find more cases fixed than broken: exact, whatever the number of cases. Immutable. */
public final class SignTestPower {

    private final double[] logFactorials;

    /** By the number of cases that change: how many of them have to be fixed. */
    private final int[] needed;

    /**
     * Prepares the test.
     *
     * @param cases how many are paired, 0 or more
     * @param alpha one-sided
     */
    public SignTestPower(int cases, double alpha) {
        logFactorials = new double[cases + 1];
        for (int i = 2; i <= cases; i++) {
            logFactorials[i] = logFactorials[i - 1] + Math.log(i);
        }
        needed = new int[cases + 1];
        double tail = 1;
        int fixed = 0;
        for (int changes = 0; changes <= cases; changes++) {
            // What is needed never falls with the number of changes, so the tail is carried on from the one before
            while (tail > alpha) {
                tail -= probability(fixed, changes, 0.5);
                fixed++;
            }
            needed[changes] = fixed;
            tail += 0.5 * probability(fixed - 1, changes, 0.5);
        }
    }

    /**
     * Adds up, over all numbers of cases that can change, the chance that as many of them are fixed as are then needed.
     *
     * @param fixed the chance of a case to be fixed
     * @param broken the chance of a case to be broken; with {@code fixed} at most 1
     */
    public double chance(double fixed, double broken) {
        double changed = Math.min(1, fixed + broken);
        double better = changed == 0 ? 0 : fixed / changed;
        double power = 0;
        double tail = 1;
        int from = 0;
        for (int changes = 0; changes < needed.length; changes++) {
            while (from < needed[changes]) {
                tail -= probability(from, changes, better);
                from++;
            }
            power += probability(changes, needed.length - 1, changed) * tail;
            tail += better * probability(from - 1, changes, better);
        }
        return Math.max(0, Math.min(1, power));
    }

    private double probability(int successes, int trials, double p) {
        if (successes < 0 || successes > trials) {
            return 0;
        }
        double ways = logFactorials[trials] - logFactorials[successes] - logFactorials[trials - successes];
        return Math.exp(ways + log(p, successes) + log(1 - p, trials - successes));
    }

    private static double log(double p, int exponent) {
        return exponent == 0 ? 0 : exponent * Math.log(p);
    }
}
