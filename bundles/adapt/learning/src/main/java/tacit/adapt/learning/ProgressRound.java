package tacit.adapt.learning;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.adapt.FeedbackReader;
import tacit.api.adapt.LearningProgress;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.LearningStep.Stage;
import tacit.api.adapt.LearningStep.Status;
import tacit.api.adapt.RunLearning;
import tacit.api.adapt.RunLearning.SkillLook;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.TaskLearning;
import tacit.api.learn.TraceLearner;
import tacit.api.memory.Distillation;
import tacit.api.memory.MemoryCandidate;
import tacit.api.memory.MemoryEffects;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.TaskCompletion;
import tacit.api.memory.UserMessage;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.trace.TraceStore;

/**
 * Reports what was learnt from each run, after all others learnt from it, and keeps what its user put right. Thread-safe.
 *
 * <p>A run that nobody looked at is not reported: where nothing learns from runs as they come, there is nothing to say.
 */
@Component(
        service = {TraceLearner.class, ProgressRound.class},
        property = "service.ranking:Integer=-1000")
public final class ProgressRound implements TraceLearner {

    private static final Logger log = LoggerFactory.getLogger(ProgressRound.class);
    private static final int LAST = 200;

    private final RunMemory looks;
    private final TraceStore traces;
    private final FeedbackReader reader;
    private final CorrectionDocuments corrections;
    private final SkillLooks skills;
    private final LearningProgress progress;
    private final ReportFeed feed;
    private final Clock clock;

    @Activate
    public ProgressRound(
            @Reference RunMemory looks,
            @Reference TraceStore traces,
            @Reference FeedbackReader reader,
            @Reference CorrectionDocuments corrections,
            @Reference SkillLooks skills,
            @Reference LearningProgress progress,
            @Reference ReportFeed feed,
            @Reference Clock clock) {
        this.looks = looks;
        this.traces = traces;
        this.reader = reader;
        this.corrections = corrections;
        this.skills = skills;
        this.progress = progress;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public void learn(Scope scope, List<String> traceIds) {
        for (String trace : traceIds) {
            looks.take(scope, trace).ifPresent(look -> tell(scope, trace, look));
        }
    }

    private void tell(Scope scope, String traceId, RunMemory.Look look) {
        try {
            look.found().effects().messages().forEach(message -> keep(scope, traceId, message));
            Optional<TaskLearning> report =
                    progress.report(scope, traceId, learning(scope, traceId, look), clock.instant());
            report.ifPresent(made -> feed.publish(scope.workspaceId(), made));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("Cannot report what was learnt from trace '{}'", traceId, e);
        }
    }

    private void keep(Scope scope, String traceId, UserMessage message) {
        Scope owner = new Scope(scope.workspaceId(), message.userId());
        corrections.keep(owner, traceId, message.source().id(), reader.corrections(message));
    }

    private RunLearning learning(Scope scope, String traceId, RunMemory.Look look) {
        MemoryEffects effects = look.found().effects();
        Optional<PlaybookEpisode> episode = effects.episodes().stream().findFirst();
        Optional<TaskCompletion> completion = effects.completions().stream().findFirst();
        String title = Stream.concat(
                        completion.map(TaskCompletion::title).stream(), episode.map(PlaybookEpisode::goal).stream())
                .findFirst()
                .orElse("");
        String user =
                traces.find(scope, traceId).map(run -> run.trace().userId()).orElse(null);
        return new RunLearning(
                title,
                completion.map(TaskCompletion::summary).orElse(""),
                episode.map(PlaybookEpisode::error).orElse(""),
                look.receipt(),
                nothing(look.found()),
                skill(new Scope(scope.workspaceId(), user), traceId, look.found()));
    }

    /** Why nothing was kept; empty where nobody can say. */
    private static String nothing(Distillation found) {
        return switch (found.status()) {
            case OFF -> Route.OFF;
            case SKIPPED -> "the run may not be learnt from, or holds nothing to learn";
            case DONE ->
                found.candidates().stream()
                        .filter(candidate -> !candidate.accepted())
                        .map(MemoryCandidate::reason)
                        .filter(reason -> !reason.isBlank())
                        .findFirst()
                        .orElse("");
        };
    }

    /** Only a run with an episode can be part of a pattern. */
    private @Nullable SkillLook skill(Scope owner, String traceId, Distillation found) {
        if (found.status() == Distillation.Status.OFF) {
            return new SkillLook(null, "", Route.OFF, null);
        }
        return found.effects().episodes().isEmpty() ? null : skills.of(owner, traceId);
    }

    /** Adds to the last reports what was decided on their proposals since; answers how many reports that made. */
    int reviews(String workspaceId) {
        Scope scope = Scope.ofWorkspace(workspaceId);
        int added = 0;
        for (TaskLearning report : progress.latest(scope, LAST)) {
            for (String proposal : waiting(report)) {
                Optional<SkillLook> now = skills.find(workspaceId, report.userId(), proposal);
                added += now.map(look -> reviewed(scope, look)).orElse(0);
            }
        }
        return added;
    }

    /** Adds at once to the reports of its runs what was decided on a proposal; what fails is added by the next look. */
    void reviewed(String workspaceId, SkillProposal proposal) {
        try {
            reviewed(Scope.ofWorkspace(workspaceId), SkillLooks.look(proposal));
        } catch (RuntimeException e) {
            log.warn("Cannot report the review of proposal '{}' yet; the next look tries again", proposal.id(), e);
        }
    }

    private int reviewed(Scope scope, SkillLook now) {
        if (now.status().equals(SkillLook.PENDING)) {
            return 0;
        }
        List<TaskLearning> made = progress.reviewed(scope, now, clock.instant());
        made.forEach(one -> feed.publish(scope.workspaceId(), one));
        return made.size();
    }

    private static List<String> waiting(TaskLearning report) {
        return report.steps().stream()
                .filter(step -> step.stage() == Stage.SKILL_REVIEWED && step.status() == Status.PENDING)
                .map(LearningStep::relatedIds)
                .flatMap(ids -> Objects.requireNonNullElse(ids.get("proposal"), List.<String>of()).stream())
                .toList();
    }
}
