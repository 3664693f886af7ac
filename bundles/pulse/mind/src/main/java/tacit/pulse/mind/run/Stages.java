package tacit.pulse.mind.run;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.CorePhase;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.api.reflect.ReflectionSituation;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.Thinkers;
import tacit.pulse.mind.store.EvidenceRows;
import tacit.pulse.mind.store.HypothesisRows;
import tacit.pulse.mind.store.JournalRows;
import tacit.pulse.mind.store.RunMoves;

/** The first three stages: what was seen, what it might mean, and what speaks against that. Thread-safe. */
@Component(service = Stages.class)
public final class Stages {

    private final Mind mind;
    private final Thinkers thinkers;
    private final Situations situations;
    private final Telling telling;

    @Activate
    public Stages(
            @Reference Mind mind,
            @Reference Thinkers thinkers,
            @Reference Situations situations,
            @Reference Telling telling) {
        this.mind = mind;
        this.thinkers = thinkers;
        this.situations = situations;
        this.telling = telling;
    }

    void collect(Cycle cycle) {
        ReflectionRun run = cycle.run();
        List<ReflectionEvidence> evidence = mind.read(session -> new EvidenceRows(session).of(run.id()));
        if (evidence.isEmpty()) {
            sleep(cycle);
            return;
        }
        telling.journal(
                cycle,
                JournalRows.Kind.OBSERVATION,
                evidence.size() + " pieces of evidence, first: "
                        + evidence.get(0).text(),
                null);
        telling.step(
                run,
                CorePhase.EVIDENCE,
                "subconscious.evidence_collected",
                evidence.size() + " pieces of evidence",
                Map.of("evidenceCount", String.valueOf(evidence.size()), "targetKey", run.targetKey()));
        mind.write(session -> {
            new RunMoves(session).move(run, Stage.IDEATING);
            return run;
        });
    }

    private void sleep(Cycle cycle) {
        ReflectionRun run = cycle.run();
        telling.step(run, CorePhase.EVIDENCE, "subconscious.no_evidence", "Nothing was seen", Map.of());
        telling.journal(cycle, JournalRows.Kind.SLEEP, "Nothing was seen, so it sleeps", "sleep");
        mind.write(session -> {
            RunMoves moves = new RunMoves(session);
            moves.judged(run.id(), null, Sleeping.JUDGEMENT);
            moves.end(run, Stage.COMPLETED, Outcome.SLEEP, "Nothing was seen", null, mind.now());
            return run;
        });
    }

    void ideate(Cycle cycle) {
        ReflectionRun run = cycle.run();
        List<Hypothesis> ideas =
                thinkers.ideas(situations.of(cycle)).stream().map(this::bounded).toList();
        mind.write(session -> {
            new HypothesisRows(session).propose(run.id(), ideas);
            new RunMoves(session).move(run, Stage.CRITIQUING);
            return run;
        });
        telling.step(
                run,
                CorePhase.DECISION,
                "subconscious.hypotheses_generated",
                ideas.size() + " hypotheses",
                Map.of(
                        "hypotheses",
                        String.join(" ", ideas.stream().map(Hypothesis::id).toList())));
    }

    private Hypothesis bounded(Hypothesis idea) {
        return new Hypothesis(
                idea.id(),
                idea.generator(),
                mind.words(idea.title(), 160),
                mind.words(idea.statement(), 1_000),
                mind.words(idea.prompt(), 8_000),
                idea.steps().stream().map(step -> mind.words(step, 200)).toList(),
                idea.confidence(),
                idea.evidence());
    }

    void critique(Cycle cycle) {
        ReflectionRun run = cycle.run();
        ReflectionSituation situation = situations.of(cycle);
        List<Hypothesis> ideas = mind.read(session -> new HypothesisRows(session).of(run.id())).stream()
                .map(ReflectionRun.Judged::hypothesis)
                .toList();
        List<Critique> critiques =
                ideas.isEmpty() ? List.of() : thinkers.critic().critique(situation, ideas);
        mind.write(session -> {
            new HypothesisRows(session).critiques(run.id(), critiques);
            new RunMoves(session).move(run, Stage.SYNTHESIZING);
            return run;
        });
        long against = critiques.stream()
                .filter(one -> one.verdict() != Critique.Verdict.SUPPORT)
                .count();
        telling.step(
                run,
                CorePhase.DECISION,
                "subconscious.critiques_generated",
                critiques.size() + " critiques, " + against + " against",
                Map.of("objections", String.valueOf(against)));
    }
}
