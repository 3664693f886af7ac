package tacit.learn.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tacit.api.guard.CallHistory;
import tacit.api.guard.CallStep;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.ToolCall;

/** Runs of an invented shipping agent. */
final class InventedRuns {

    private InventedRuns() {}

    /** A run that sends a parcel which the user named, or else one that nobody named. */
    static GradedHistory sends(String task, int trial, boolean unseen, boolean failed) {
        List<CallStep> steps = List.of(
                CallStep.user("Please send parcel P100"),
                CallStep.result(ToolCall.of("find_parcel", Map.of("id", "P100")), "here"),
                CallStep.agent("Shall I send P100?"),
                CallStep.user("Yes"),
                CallStep.result(ToolCall.of("send_parcel", Map.of("id", unseen ? "P999" : "P100")), "sent"));
        return new GradedHistory(task + "/" + trial, task, failed, new CallHistory(steps));
    }

    /** A run that weighs the parcel before it is sent, or not. */
    static GradedHistory weighs(String task, boolean weighed, boolean failed) {
        List<CallStep> steps = new ArrayList<>(List.of(CallStep.user("Please send parcel P100, yes, now")));
        if (weighed) {
            steps.add(CallStep.result(ToolCall.of("get_weight", Map.of("id", "P100")), "2 kg"));
        }
        steps.add(CallStep.result(ToolCall.of("send_parcel", Map.of("id", "P100")), "sent"));
        return new GradedHistory(task + "/0", task, failed, new CallHistory(steps));
    }

    /** Four runs of each task; a value that nobody wrote makes failure likely. */
    static List<GradedHistory> planted(int tasks, long seed) {
        Random random = new Random(seed);
        List<GradedHistory> runs = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            for (int trial = 0; trial < 4; trial++) {
                boolean unseen = random.nextDouble() < 0.3;
                runs.add(sends("task-" + task, trial, unseen, random.nextDouble() < (unseen ? 0.9 : 0.3)));
            }
        }
        return runs;
    }
}
