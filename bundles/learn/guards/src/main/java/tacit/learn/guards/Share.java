package tacit.learn.guards;

/**
 * A mean share of failed runs over tasks. Immutable.
 *
 * @param tasks how many
 * @param sum of their shares
 */
record Share(int tasks, double sum) {

    /** So many tasks of the usual kind are thought to be there besides. */
    private static final int PRIOR = 2;

    static final Share NONE = new Share(0, 0);

    Share plus(double share) {
        return new Share(tasks + 1, sum + share);
    }

    /** The share as seen; 0 without tasks. */
    double mean() {
        return tasks == 0 ? 0 : sum / tasks;
    }

    /** The odds of failure when few tasks say little against what is usual. */
    double odds(double usual) {
        return odds((sum + PRIOR * usual) / (tasks + PRIOR), 1);
    }

    /** The odds of a share, times a factor. */
    static double odds(double share, double factor) {
        return share >= 1 ? Double.POSITIVE_INFINITY : factor * share / (1 - share);
    }
}
