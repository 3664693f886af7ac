package tacit.learn.proposers.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;

/**
 * What a value does to the older cases. Immutable.
 *
 * @param failing cases that fail under what is in force
 * @param mended of those, how many pass with the value
 * @param broken cases that pass under what is in force and fail with the value
 */
public record Compared(int failing, int mended, int broken) {

    /** Counts the first answer of each arm; what is unanswerable under either counts nowhere. */
    public static Compared of(List<ReplayRun> runs) {
        Map<String, Outcome> before = first(runs, Arm.BASELINE);
        Map<String, Outcome> after = first(runs, Arm.CANDIDATE);
        int failing = 0;
        int mended = 0;
        int broken = 0;
        for (Map.Entry<String, Outcome> entry : before.entrySet()) {
            Outcome other = after.getOrDefault(entry.getKey(), Outcome.UNANSWERABLE);
            failing += entry.getValue() == Outcome.FAILED ? 1 : 0;
            mended += entry.getValue() == Outcome.FAILED && other == Outcome.PASSED ? 1 : 0;
            broken += entry.getValue() == Outcome.PASSED && other == Outcome.FAILED ? 1 : 0;
        }
        return new Compared(failing, mended, broken);
    }

    private static Map<String, Outcome> first(List<ReplayRun> runs, Arm arm) {
        Map<String, Outcome> first = new LinkedHashMap<>();
        runs.stream().filter(run -> run.arm() == arm).forEach(run -> first.putIfAbsent(run.caseId(), run.outcome()));
        return first;
    }
}
