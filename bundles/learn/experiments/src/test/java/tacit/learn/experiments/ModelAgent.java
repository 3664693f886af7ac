package tacit.learn.experiments;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.api.generation.ActivationRequest;
import tacit.api.model.ModelChoice;
import tacit.api.model.ModelPurpose;
import tacit.api.model.ModelQuestion;
import tacit.api.store.PageRequest;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.model.choice.SetModelChoice;
import tacit.runtime.testkit.Configurations;

/** An agent that does its tasks as well as the model that it is told: large ones all, small ones every other one, tiny ones none. */
final class ModelAgent implements TaskExecutor {

    static final String NAME = "coder";

    private final Rig rig;

    ModelAgent(Rig rig) {
        this.rig = rig;
    }

    /** What fills the role for this thread: the candidate of the trial that it is in, else what is in force. */
    ModelChoice choice() {
        ActivationRequest inside = rig.trials.inside;
        Map<String, ? extends Map<String, String>> all =
                inside == null ? rig.generations.now().configurations() : inside.configurations();
        Map<String, String> settings = new HashMap<>();
        Objects.requireNonNull(all.get(ListGenerations.MODELS))
                .forEach((key, value) -> settings.put(key.replace('.', '_'), value));
        return new SetModelChoice(Configurations.of(SetModelChoice.Config.class, settings));
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public TaskResult execute(TaskOrder order) {
        String model = Objects.requireNonNull(
                choice().choose(ModelQuestion.of(ModelPurpose.AGENT, NAME)).model());
        String batch = order.brief().attributes().getOrDefault("batch", "none");
        order.brief().prompt().lines().forEach(task -> work(task, batch, model));
        return TaskResult.done("done");
    }

    private void work(String task, String batch, String model) {
        int number = Integer.parseInt(task.substring(task.indexOf('-') + 1));
        boolean solved = model.startsWith("large") || (model.startsWith("small") && number % 2 == 0);
        Instant at = rig.clock.instant();
        Trace trace = Trace.builder(task + "@" + batch)
                .workspaceId(Rig.SCOPE.workspaceId())
                .taskKey(task)
                .startedAt(at)
                .endedAt(at)
                .status(TraceStatus.COMPLETED)
                .outcome(Outcome.of(solved ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE, OutcomeSource.GRADER))
                .attributes(Map.of(Attribute.BATCH, batch))
                .build();
        Span call = Span.builder("call", Operation.CHAT, "chat " + model)
                .attribute(Attribute.REQUEST_MODEL, model)
                .attribute(Attribute.INPUT_TOKENS, model.startsWith("large") ? 700L : 100L)
                .build();
        rig.runs.traces.append(Rig.SCOPE, List.of(new TraceUpdate(trace, List.of(call), List.of())));
    }

    /** The models of the calls of all runs in a batch. */
    List<Object> models(String begin, String end) {
        return rig
                .runs
                .traces
                .list(Rig.SCOPE, new TraceFilter(null, null, null, null, null, null, null), PageRequest.first(500))
                .rows()
                .stream()
                .filter(trace -> trace.text(Attribute.BATCH)
                        .filter(batch -> batch.startsWith(begin) && batch.endsWith(end))
                        .isPresent())
                .flatMap(trace -> rig.runs.traces.find(Rig.SCOPE, trace.id()).orElseThrow().spans().stream())
                .map(span -> span.attributes().get(Attribute.REQUEST_MODEL))
                .toList();
    }
}
