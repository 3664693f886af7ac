package tacit.pulse.mind.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.CorePhase;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionChoice;
import tacit.api.reflect.ReflectionChoice.Scored;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionJudgement;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.api.reflect.ReflectionSituation;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.Thinkers;
import tacit.pulse.mind.store.BacklogRows;
import tacit.pulse.mind.store.Digest;
import tacit.pulse.mind.store.HypothesisRows;
import tacit.pulse.mind.store.JournalRows;
import tacit.pulse.mind.store.RunMoves;

/** Lets one hypothesis win, rejects the others, and leaves the points that follow. Thread-safe. */
@Component(service = Synthesis.class)
public final class Synthesis {

    private static final int MOST_POINTS = 3;
    private static final int FIRST_PRIORITY = 100;
    private static final int STEP = 10;

    private final Mind mind;
    private final Thinkers thinkers;
    private final Situations situations;
    private final Telling telling;

    @Activate
    public Synthesis(
            @Reference Mind mind,
            @Reference Thinkers thinkers,
            @Reference Situations situations,
            @Reference Telling telling) {
        this.mind = mind;
        this.thinkers = thinkers;
        this.situations = situations;
        this.telling = telling;
    }

    void synthesize(Cycle cycle) {
        ReflectionRun run = cycle.run();
        ReflectionSituation situation = situations.of(cycle);
        List<Critique> critiques = mind.read(session -> new HypothesisRows(session).critiquesOf(run.id()));
        List<Hypothesis> ideas = mind.read(session -> new HypothesisRows(session).of(run.id())).stream()
                .map(ReflectionRun.Judged::hypothesis)
                .toList();
        ReflectionChoice choice = thinkers.policy().choose(situation, ideas, critiques);
        Hypothesis winner = ideas.stream()
                .filter(idea -> idea.id().equals(choice.winner()))
                .findFirst()
                .orElse(null);
        ReflectionJudgement judgement = thinkers.policy().judge(situation, winner);
        keep(run, situation, ideas, choice, winner, judgement);
        telling.journal(
                cycle,
                JournalRows.Kind.DECISION,
                choice.recommendation(),
                judgement.outcome().name().toLowerCase(Locale.ROOT));
        telling.step(
                run,
                CorePhase.DECISION,
                "subconscious.decision_synthesized",
                choice.rationale(),
                Map.of("recommendation", mind.words(choice.recommendation(), 200)));
    }

    private void keep(
            ReflectionRun run,
            ReflectionSituation situation,
            List<Hypothesis> ideas,
            ReflectionChoice choice,
            @Nullable Hypothesis winner,
            ReflectionJudgement judgement) {
        Instant now = mind.now();
        List<ReflectionBacklog> points =
                winner == null ? List.of() : points(run, situation, ideas, choice, judgement, now);
        mind.write(session -> {
            HypothesisRows hypotheses = new HypothesisRows(session);
            for (Scored score : choice.scores()) {
                boolean won = score.hypothesisId().equals(choice.winner());
                hypotheses.judge(run.id(), score, won ? Hypothesis.State.WINNER : Hypothesis.State.REJECTED);
            }
            RunMoves moves = new RunMoves(session);
            moves.judged(run.id(), choice.winner(), judgement);
            new BacklogRows(session).add(points);
            if (winner == null) {
                moves.end(run, Stage.COMPLETED, Outcome.DEFER, mind.words(choice.rationale(), 1_000), null, now);
            } else {
                moves.summed(run.id(), mind.words(choice.recommendation() + ". " + choice.rationale(), 1_000));
                moves.move(run, Stage.DISPATCHING);
            }
            return run;
        });
    }

    /** The winner's, and those of the next that the critic left standing. */
    private static List<ReflectionBacklog> points(
            ReflectionRun run,
            ReflectionSituation situation,
            List<Hypothesis> ideas,
            ReflectionChoice choice,
            ReflectionJudgement judgement,
            Instant now) {
        List<ReflectionBacklog> points = new ArrayList<>();
        choice.scores().stream()
                .filter(score -> !score.whyNot().startsWith("rejected"))
                .limit(MOST_POINTS)
                .forEach(score -> ideas.stream()
                        .filter(idea -> idea.id().equals(score.hypothesisId()))
                        .forEach(idea -> points.add(point(run, situation, idea, judgement, points.size(), now))));
        return points;
    }

    private static ReflectionBacklog point(
            ReflectionRun run,
            ReflectionSituation situation,
            Hypothesis idea,
            ReflectionJudgement judgement,
            int place,
            Instant now) {
        ReflectionAction action = Objects.requireNonNullElse(judgement.action(), ReflectionAction.SUGGESTION);
        return new ReflectionBacklog(
                Digest.id("rb_", run.id(), idea.id()),
                run.profileId(),
                run.workspaceId(),
                run.targetKey(),
                idea.title(),
                idea.statement(),
                action,
                idea.prompt(),
                FIRST_PRIORITY - place * STEP,
                ReflectionBacklog.State.OPEN,
                idea.generator(),
                subject(situation, idea),
                run.id(),
                null,
                "",
                now,
                now);
    }

    /** What an idea is about: the subject of its first evidence. */
    static String subject(ReflectionSituation situation, Hypothesis idea) {
        return situation.evidence().stream()
                .filter(piece -> idea.evidence().contains(piece.id()))
                .findFirst()
                .map(ReflectionEvidence::subject)
                .orElse("run:" + situation.runId());
    }
}
