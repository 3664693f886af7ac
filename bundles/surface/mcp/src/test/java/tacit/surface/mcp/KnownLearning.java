package tacit.surface.mcp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.KeptFeedback;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.TaskLearning;
import tacit.api.experiment.Lineage;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;

/** What was learnt from runs, as far as a test needs it; runs themselves are real. */
final class KnownLearning implements FeedbackDesk, LearningFeed, Lineage {

    final List<GivenFeedback> given = new ArrayList<>();
    private final TraceStore traces;

    KnownLearning(TraceStore traces) {
        this.traces = traces;
    }

    @Override
    public KeptFeedback give(Scope scope, String by, GivenFeedback feedback) {
        if (traces.find(scope, feedback.taskId()).isEmpty()) {
            throw new FeedbackRefused(FeedbackRefused.Cause.UNKNOWN_TASK, "There is no such run", Duration.ZERO);
        }
        given.add(feedback);
        Map<String, FeedbackRoute> routed = new LinkedHashMap<>();
        routed.put("style", new FeedbackRoute(FeedbackRoute.State.DONE, "shifted"));
        return new KeptFeedback(feedback, by, given.size(), routed);
    }

    @Override
    public List<KeptFeedback> list(Scope scope, @Nullable String taskId, int limit) {
        return List.of();
    }

    @Override
    public List<TaskLearning> of(Scope scope, String taskId) {
        return traces
                .find(scope, taskId)
                .map(run -> new TaskLearning(
                        "r1",
                        1,
                        taskId,
                        run.trace().userId(),
                        "A run",
                        TraceStatus.COMPLETED,
                        TaskLearning.Outcome.NOOP,
                        Instant.EPOCH,
                        "Nothing was learnt of the harbour",
                        List.of(),
                        null,
                        List.of()))
                .stream()
                .toList();
    }

    @Override
    public List<TaskLearning> latest(Scope scope, int limit) {
        return List.of();
    }

    @Override
    public List<TaskLearning> after(Scope scope, long sequence, int limit) {
        return List.of();
    }

    @Override
    public Following follow(Scope scope, Consumer<TaskLearning> listener) {
        return () -> {};
    }

    @Override
    public Optional<View> of(Scope scope, Question question) {
        return traces.find(scope, question.id())
                .map(run -> new View(
                        new Node(Kind.TRACE, run.trace().id(), "A run about the harbour", null, null),
                        List.of(new Level(
                                Kind.GENERATION,
                                false,
                                List.of(new Node(Kind.GENERATION, "2", "The rule", "active", Instant.EPOCH)),
                                0,
                                1,
                                List.of()))));
    }
}
