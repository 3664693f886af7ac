package tacit.api.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule rests on, in the runs that it was mined from. Immutable.
 *
 * @param tasks how many tasks had a run to which the rule applies: its support
 * @param runs how many runs that were
 * @param precision the share of those runs that failed, as the mean over the tasks, in [0, 1]
 * @param baseRate the share of all runs that failed, as the mean over all tasks
 * @param pValue the chance of such a precision when outcomes are dealt anew among the tasks
 * @param mixedTasks tasks with failed and successful runs, to some of which the rule applies and to some not
 * @param mixedLift the share of failed runs where it applies over the share where not, in those tasks, both with half a
 *     task of either kind added; null without such tasks
 * @param traceIds the failed runs to which it applies, sorted
 */
public record GuardEvidence(
        int tasks,
        int runs,
        double precision,
        double baseRate,
        double pValue,
        int mixedTasks,
        @Nullable Double mixedLift,
        List<String> traceIds) {

    public GuardEvidence {
        if (tasks < 1 || runs < tasks) {
            throw new IllegalArgumentException(
                    "runs must be at least tasks, and tasks at least 1, got " + runs + " and " + tasks);
        }
        checkShare("precision", precision);
        checkShare("baseRate", baseRate);
        checkShare("pValue", pValue);
        traceIds = List.copyOf(traceIds);
    }

    private static void checkShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + share);
        }
    }
}
