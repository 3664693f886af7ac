package tacit.learn.notes;

/** How many of the drawn are good when runs are drawn without looking: the exact distribution. Pure functions. */
final class Hypergeometric {

    private Hypergeometric() {}

    /**
     * The chance of each number of good runs among those that knew a fact.
     *
     * @param runs all of them
     * @param good those that succeeded, in [0, runs]
     * @param had those that knew it, in [0, runs]
     * @return by number, from 0 to {@code had}
     */
    static double[] of(int runs, int good, int had) {
        double[] chances = new double[had + 1];
        double all = logChoices(runs, had);
        for (int both = Math.max(0, had - (runs - good)); both <= Math.min(had, good); both++) {
            chances[both] = Math.exp(logChoices(good, both) + logChoices(runs - good, had - both) - all);
        }
        return chances;
    }

    /** Of the sum of two numbers that know nothing of each other. */
    static double[] sum(double[] left, double[] right) {
        double[] sum = new double[left.length + right.length - 1];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                sum[i + j] += left[i] * right[j];
            }
        }
        return sum;
    }

    private static double logChoices(int of, int chosen) {
        double log = 0;
        int fewer = Math.min(chosen, of - chosen);
        for (int i = 1; i <= fewer; i++) {
            log += Math.log((double) (of - fewer + i) / i);
        }
        return log;
    }
}
