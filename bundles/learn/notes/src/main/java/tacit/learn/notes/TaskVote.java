package tacit.learn.notes;

import java.util.List;

/**
 * What one task says of a fact: for it when more of the runs that knew it succeeded than chance would have, against it when
 * fewer did. However many runs a task has, it has one vote. Immutable.
 *
 * @param vote 1, 0 or -1
 * @param forIt the chance of 1 if the fact made no difference within the task
 * @param againstIt the chance of -1
 * @param counts the runs behind it
 */
record TaskVote(int vote, double forIt, double againstIt, Counts counts) {

    private static final double ROUNDING = 1e-9;

    /**
     * Runs of one arm of a task.
     *
     * @param good that succeeded
     * @param goodKnew that succeeded and knew the fact
     * @param bad that failed
     * @param badKnew that failed and knew it
     */
    record Counts(int good, int goodKnew, int bad, int badKnew) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(good + other.good, goodKnew + other.goodKnew, bad + other.bad, badKnew + other.badKnew);
        }

        /** Whether it says anything: both ends, and runs with and without the fact. */
        boolean tells() {
            int knew = goodKnew + badKnew;
            return good > 0 && bad > 0 && knew > 0 && knew < good + bad;
        }

        /** By how much the share of those that knew it is higher among the successful, in [-1, 1]. */
        double difference() {
            return (double) goodKnew / good - (double) badKnew / bad;
        }
    }

    /** @param arms of one task; at least one of them tells */
    static TaskVote of(List<Counts> arms) {
        double[] chances = {1};
        double expected = 0;
        int seen = 0;
        Counts all = Counts.NONE;
        for (Counts arm : arms) {
            int runs = arm.good() + arm.bad();
            int knew = arm.goodKnew() + arm.badKnew();
            chances = Hypergeometric.sum(chances, Hypergeometric.of(runs, arm.good(), knew));
            expected += (double) knew * arm.good() / runs;
            seen += arm.goodKnew();
            all = all.plus(arm);
        }
        double above = 0;
        double below = 0;
        for (int both = 0; both < chances.length; both++) {
            above += sign(both - expected) > 0 ? chances[both] : 0;
            below += sign(both - expected) < 0 ? chances[both] : 0;
        }
        return new TaskVote(sign(seen - expected), above, below, all);
    }

    private static int sign(double difference) {
        return Math.abs(difference) < ROUNDING ? 0 : (int) Math.signum(difference);
    }
}
