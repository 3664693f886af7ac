package tacit.learn.proposers.skills;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Skills;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.api.generation.Trials;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemorySource;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;

/** An agent that asks for its context, reads the skills that it is told of, and leaves a graded trace of each task. */
final class ReadingAgent implements TaskExecutor {

    /** Whether it solves a task with what it has read. */
    Predicate<String> solves = text -> false;

    private final TraceStore traces;
    private final Trials trials;
    private final MemorySource context;
    private final Skills skills;

    ReadingAgent(TraceStore traces, Trials trials, MemorySource context, Skills skills) {
        this.traces = traces;
        this.trials = trials;
        this.context = context;
        this.skills = skills;
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public TaskResult execute(TaskOrder order) {
        @Nullable String trial = order.brief().attributes().get("trial");
        String batch = Objects.requireNonNull(order.brief().attributes().get("batch"), "batch");
        for (String task : order.brief().prompt().lines().toList()) {
            record(task, batch, solves.test(trial == null ? read(task) : under(trial, task)));
        }
        return TaskResult.done("done");
    }

    private String under(String trial, String task) {
        try {
            return trials.under(trial, () -> read(task));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String read(String task) {
        ContextRequest request = new ContextRequest("default", task, Audience.ofUser(null), Instant.EPOCH, 5);
        return context.fragments(request).stream()
                .flatMap(told ->
                        skills.offered(Scope.ofDefaultWorkspace(), told.key().substring("skill:".length())).stream())
                .map(skill -> skill.current().content().prompt())
                .collect(Collectors.joining("\n"));
    }

    private void record(String task, String batch, boolean solved) {
        Trace trace = Trace.builder(task.replace(' ', '-') + "-" + batch.hashCode())
                .workspaceId("default")
                .taskKey(task)
                .status(TraceStatus.COMPLETED)
                .startedAt(Instant.EPOCH)
                .endedAt(Instant.EPOCH.plusSeconds(1))
                .attributes(java.util.Map.of(Attribute.BATCH, batch))
                .build();
        OutcomeLabel label = solved ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE;
        traces.append(
                Scope.ofDefaultWorkspace(),
                List.of(new TraceUpdate(trace, List.of(), List.of(Outcome.of(label, OutcomeSource.GRADER)))));
    }
}
