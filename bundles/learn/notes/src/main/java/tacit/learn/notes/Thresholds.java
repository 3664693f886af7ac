package tacit.learn.notes;

/**
 * What a fact must show to become a note. Immutable.
 *
 * @param alpha the chance of any wrong note, in (0, 0.5]
 * @param leastTasks that must vote for it, at least 2: what shows in one task alone may be its answer
 * @param leastDifference by how much more of the successful runs must have known it, in [0, 1]
 * @param sameLength whether runs of a task are compared at the length of its shortest run, as longer ones meet more
 */
public record Thresholds(double alpha, int leastTasks, double leastDifference, boolean sameLength) {

    public static final Thresholds USUAL = new Thresholds(0.01, 5, 0.2, true);

    public Thresholds {
        if (!(alpha > 0 && alpha <= 0.5)) {
            throw new IllegalArgumentException("alpha must be in (0, 0.5], got " + alpha);
        }
        if (leastTasks < 2) {
            throw new IllegalArgumentException("leastTasks must be at least 2, got " + leastTasks);
        }
        if (!(leastDifference >= 0 && leastDifference <= 1)) {
            throw new IllegalArgumentException("leastDifference must be in [0, 1], got " + leastDifference);
        }
    }

    /** The same for several families of facts together. */
    Thresholds dividedBy(int families) {
        return new Thresholds(alpha / families, leastTasks, leastDifference, sameLength);
    }
}
