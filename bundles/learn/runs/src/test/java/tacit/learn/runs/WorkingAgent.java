package tacit.learn.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;

/** An agent in the world, which leaves a trace of each task. */
final class WorkingAgent implements TaskExecutor {

    static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    final List<TaskOrder> orders = new ArrayList<>();
    final Map<String, OutcomeLabel> labels = new HashMap<>();

    /** What each of two calls of a model takes and gives; none where it says nothing of them. */
    final Map<String, Long> tokens = new HashMap<>();

    /** Tasks that it leaves no trace of. */
    final Set<String> silent = new HashSet<>();

    Runnable meanwhile = () -> {};
    boolean fails;
    private final TraceStore traces;
    private final BiPredicate<String, Boolean> solves;

    /** @param solves whether it solves a task, under the candidate or not */
    WorkingAgent(TraceStore traces, BiPredicate<String, Boolean> solves) {
        this.traces = traces;
        this.solves = solves;
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public TaskResult execute(TaskOrder order) {
        orders.add(order);
        String batch = order.brief().attributes().get("batch");
        boolean candidate = order.brief().attributes().containsKey("trial");
        order.brief()
                .prompt()
                .lines()
                .filter(task -> !silent.contains(task))
                .forEach(task -> record(task, batch, solves.test(task, candidate)));
        meanwhile.run();
        return fails ? TaskResult.failed("It ended with 1") : TaskResult.done("done");
    }

    void record(String task, String batch, boolean solved) {
        OutcomeLabel label = labels.getOrDefault(task, solved ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE);
        TraceBuilder trace = Trace.builder(task + "-" + Integer.toHexString(batch.hashCode()))
                .workspaceId(Scope.DEFAULT_WORKSPACE)
                .taskKey(task)
                .startedAt(AT)
                .endedAt(AT.plusMillis(70))
                .status(TraceStatus.COMPLETED)
                .outcome(Outcome.of(label, OutcomeSource.GRADER));
        traces.append(
                Scope.ofDefaultWorkspace(),
                List.of(new TraceUpdate(
                        trace.attributes(Map.of(Attribute.BATCH, batch)).build(), spans(task), List.of())));
    }

    private List<Span> spans(String task) {
        Long each = tokens.get(task);
        Span run = Span.builder("run", Operation.INVOKE_AGENT, "run").build();
        if (each == null) {
            return List.of(run, Span.builder("call", Operation.CHAT, "call").build());
        }
        // Who runs an agent often tells the sum of its calls once more
        return List.of(
                run.toBuilder().attribute(Attribute.INPUT_TOKENS, 4 * each).build(),
                call("call-1", each),
                call("call-2", each));
    }

    private static Span call(String id, long each) {
        return Span.builder(id, Operation.CHAT, id)
                .attribute(Attribute.INPUT_TOKENS, each)
                .attribute(Attribute.OUTPUT_TOKENS, each)
                .build();
    }
}
