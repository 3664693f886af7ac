package tacit.learn.guards;

/**
 * What a rule must reach. Immutable.
 *
 * @param tasks in how many tasks it must apply; a rule about one tool in one more, as there are many of them
 * @param odds how many times the odds of failure of all runs its own must be, after shrinking
 * @param permutations how often outcomes are dealt anew to learn what chance does
 * @param seed of the deals
 */
public record Thresholds(int tasks, double odds, int permutations, long seed) {

    /** Fit for a few dozen tasks. */
    public static final Thresholds USUAL = new Thresholds(5, 2, 1000, 7);

    public Thresholds {
        if (tasks < 2) {
            throw new IllegalArgumentException("tasks must be at least 2, got " + tasks);
        }
        if (!(odds > 1 && odds < 1000)) {
            throw new IllegalArgumentException("odds must be in (1, 1000), got " + odds);
        }
        if (permutations < 100 || permutations > 100_000) {
            throw new IllegalArgumentException("permutations must be in [100, 100000], got " + permutations);
        }
    }
}
