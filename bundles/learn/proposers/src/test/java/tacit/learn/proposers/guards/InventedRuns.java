package tacit.learn.proposers.guards;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tacit.api.guard.CallHistories;
import tacit.api.guard.CallHistory;
import tacit.api.guard.CallStep;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardQuestion;
import tacit.api.guard.ToolCall;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.learn.proposers.ListTraces;
import tacit.learn.proposers.World;

/** Runs of an invented shipping agent; sending what nobody named makes failure likely. */
final class InventedRuns implements CallHistories {

    final ListTraces traces = new ListTraces();
    private final Map<String, GradedHistory> histories = new HashMap<>();

    /** Four runs of each task, a task an hour before the middle of time. */
    static InventedRuns planted(int tasks, long seed) {
        InventedRuns runs = new InventedRuns();
        Random random = new Random(seed);
        for (int task = 0; task < tasks; task++) {
            for (int trial = 0; trial < 4; trial++) {
                boolean unseen = random.nextDouble() < 0.3;
                boolean failed = random.nextDouble() < (unseen ? 0.9 : 0.3);
                Instant at =
                        World.middle().minus(Duration.ofHours(tasks - task)).plusSeconds(trial);
                runs.add("task-" + task, trial, unseen, failed, at);
            }
        }
        return runs;
    }

    void add(String task, int trial, boolean unseen, boolean failed, @Nullable Instant at) {
        String id = task + "/" + trial;
        OutcomeLabel label = failed ? OutcomeLabel.FAILURE : OutcomeLabel.SUCCESS;
        traces.traces.add(Trace.builder(id)
                .taskKey(task)
                .startedAt(at)
                .outcome(new Outcome(label, null, OutcomeSource.GRADER, null, null, null, null))
                .build());
        histories.put(id, new GradedHistory(id, task, failed, history(unseen)));
    }

    private static CallHistory history(boolean unseen) {
        GuardQuestion question = question(unseen);
        ArrayList<CallStep> steps = new ArrayList<>(question.history().steps());
        steps.add(CallStep.result(question.call(), "sent"));
        return new CallHistory(steps);
    }

    /** Whether a parcel may be sent: the one that the user named, or one that nobody named. */
    static GuardQuestion question(boolean unseen) {
        List<CallStep> before = List.of(
                CallStep.user("Please send parcel P100"),
                CallStep.result(ToolCall.of("find_parcel", Map.of("id", "P100")), "here"),
                CallStep.agent("Shall I send P100?"),
                CallStep.user("Yes"));
        return new GuardQuestion(
                ToolCall.of("send_parcel", Map.of("id", unseen ? "P999" : "P100")), new CallHistory(before));
    }

    @Override
    public CallHistory history(RecordedTrace trace) {
        return histories.get(trace.trace().id()).history();
    }

    @Override
    public Optional<GuardQuestion> question(RecordedTrace trace, String spanId) {
        return Optional.empty();
    }

    @Override
    public Optional<GradedHistory> graded(RecordedTrace trace) {
        return Optional.ofNullable(histories.get(trace.trace().id()));
    }
}
