package tacit.api.gate;

/**
 * What an arm did over different cases. Immutable.
 *
 * @param cases how many it answered, not negative
 * @param successes how many of them succeeded, at most {@code cases}
 */
public record ArmTally(int cases, int successes) {

    /** An arm that has answered nothing yet. */
    public static final ArmTally NONE = new ArmTally(0, 0);

    public ArmTally {
        if (successes < 0 || successes > cases) {
            throw new IllegalArgumentException("successes must be in [0, " + cases + "], got " + successes);
        }
    }

    /** The same arm after one more case. */
    public ArmTally and(boolean success) {
        return new ArmTally(cases + 1, successes + (success ? 1 : 0));
    }

    /** The share of cases that succeeded, in [0, 1]; 0 without cases. */
    public double share() {
        return cases == 0 ? 0 : (double) successes / cases;
    }
}
