package tacit.bench.guards;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardRule;
import tacit.learn.conditions.Conditions;

/**
 * What the union of some rules says to runs that they were not learned from: counts of each task. Immutable by convention.
 *
 * @param tasks by task
 */
record Flags(List<Task> tasks) {

    /**
     * The runs of one task.
     *
     * @param runs how many
     * @param failed how many of them failed
     * @param flagged in how many a rule applied to a call
     * @param hits how many of the flagged failed
     */
    record Task(int runs, int failed, int flagged, int hits) {

        Task plus(boolean runFailed, boolean runFlagged) {
            return new Task(
                    runs + 1,
                    failed + (runFailed ? 1 : 0),
                    flagged + (runFlagged ? 1 : 0),
                    hits + (runFailed && runFlagged ? 1 : 0));
        }
    }

    static Flags of(List<GuardRule> rules, Collection<GradedHistory> histories) {
        List<GuardCondition> conditions =
                rules.stream().map(GuardRule::condition).toList();
        Map<String, Task> tasks = new HashMap<>();
        for (GradedHistory history : histories) {
            boolean flagged = history.history().questions().stream()
                    .anyMatch(question ->
                            !Conditions.of(question).holding(conditions).isEmpty());
            tasks.merge(
                    history.taskKey(),
                    new Task(0, 0, 0, 0).plus(history.failed(), flagged),
                    (task, run) -> task.plus(history.failed(), flagged));
        }
        return new Flags(tasks.keySet().stream().sorted().map(tasks::get).toList());
    }

    Flags and(Flags other) {
        List<Task> all = new ArrayList<>(tasks);
        all.addAll(other.tasks);
        return new Flags(all);
    }

    Task sum() {
        Task sum = new Task(0, 0, 0, 0);
        for (Task task : tasks) {
            sum = new Task(
                    sum.runs + task.runs, sum.failed + task.failed, sum.flagged + task.flagged, sum.hits + task.hits);
        }
        return sum;
    }
}
