package tacit.adapt.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.adapt.feedback.GrammarFeedback;
import tacit.adapt.progress.StoredProgress;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.LearningStep.Stage;
import tacit.api.adapt.TaskLearning;
import tacit.api.memory.Distillation;
import tacit.api.memory.Distillation.Mode;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.Evidence;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.MemoryEffects;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserMessage;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/** Reports of runs over real stores. */
final class Reports {

    final RunMemory looks = new RunMemory();
    final ReportFeed feed;

    private final SkillHost host;
    private final StoredProgress progress;

    Reports(SkillHost host) {
        this.host = host;
        this.progress = new StoredProgress(host.states, host.traces);
        this.feed = new ReportFeed(progress);
    }

    ProgressRound round() {
        return new ProgressRound(
                looks,
                host.traces,
                new GrammarFeedback(),
                new CorrectionDocuments(host.states),
                new SkillLooks(host.promoter, host.proposals),
                progress,
                feed,
                host.clock);
    }

    /** What a run gave that worked, as the distiller tells it. */
    static Distillation worked(String run, String goal, UserMessage... said) {
        PlaybookEpisode episode = new PlaybookEpisode(
                run,
                goal,
                goal,
                List.of(),
                List.of(),
                PlaybookEpisode.Outcome.SUCCESS,
                null,
                null,
                List.of(),
                new PlaybookEpisode.PlaybookSource(
                        TrustLane.RESULT, Visibility.SHARED, List.of(Evidence.of(Evidence.Kind.TRACE, run))));
        MemoryEffects effects = new MemoryEffects(
                List.of(said),
                List.of(),
                List.of(),
                List.of(episode),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Distillation(Mode.HOT_PATH, Status.DONE, List.of(run), List.of(), 0, effects);
    }

    static LearningReceipt wroteNothing() {
        return new LearningReceipt(
                Status.DONE, 1, 0, 0, 0, new TreeMap<>(), 0, List.of(), new TreeMap<>(), new TreeMap<>());
    }

    /** The steps of the last report of a run, by stage. */
    Map<Stage, LearningStep> last(Scope scope, String run) {
        List<TaskLearning> all = new ArrayList<>(feed.of(scope, run));
        Map<Stage, LearningStep> steps = new TreeMap<>();
        all.get(all.size() - 1).steps().forEach(step -> steps.put(step.stage(), step));
        return steps;
    }

    @Nullable
    String summary(Scope scope, String run, Stage stage) {
        LearningStep step = last(scope, run).get(stage);
        return step == null ? null : step.summary();
    }
}
