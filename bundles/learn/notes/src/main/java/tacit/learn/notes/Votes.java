package tacit.learn.notes;

import java.util.List;

/**
 * The votes of all tasks together, and the exact chance of so many if the fact made no difference within any task. What is
 * harder or easier about a task is the same for all of its runs, so it takes no part. Immutable.
 *
 * @param forIt tasks
 * @param againstIt tasks
 * @param pValue one-sided: of a majority as high or higher
 * @param leastP what {@code pValue} would be if every task voted for it; does not depend on how runs ended
 * @param difference the mean over tasks of {@link TaskVote.Counts#difference}
 */
record Votes(int forIt, int againstIt, double pValue, double leastP, double difference) {

    static Votes of(List<TaskVote> tasks) {
        // chances[i] is that of a majority of i - tasks.size()
        double[] chances = new double[2 * tasks.size() + 1];
        chances[tasks.size()] = 1;
        int forIt = 0;
        int againstIt = 0;
        double leastP = 1;
        double difference = 0;
        for (TaskVote task : tasks) {
            chances = with(chances, task);
            forIt += task.vote() > 0 ? 1 : 0;
            againstIt += task.vote() < 0 ? 1 : 0;
            leastP *= task.forIt();
            difference += task.counts().difference() / tasks.size();
        }
        double pValue = 0;
        for (int at = forIt - againstIt + tasks.size(); at < chances.length; at++) {
            pValue += chances[at];
        }
        return new Votes(forIt, againstIt, Math.min(1, pValue), leastP, difference);
    }

    private static double[] with(double[] chances, TaskVote task) {
        double neither = Math.max(0, 1 - task.forIt() - task.againstIt());
        double[] next = new double[chances.length];
        for (int at = 0; at < chances.length; at++) {
            next[at] += chances[at] * neither;
            if (chances[at] > 0 && at + 1 < next.length) {
                next[at + 1] += chances[at] * task.forIt();
            }
            if (chances[at] > 0 && at > 0) {
                next[at - 1] += chances[at] * task.againstIt();
            }
        }
        return next;
    }
}
