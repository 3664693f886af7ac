package tacit.pulse.mind.run;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Judged;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.ReflectionTarget.Health;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.files.Artefacts;
import tacit.pulse.mind.store.HypothesisRows;
import tacit.pulse.mind.store.RunMoves;
import tacit.pulse.mind.store.TargetRows;

/** Tells everybody that a run ended: its target, its trace, the learnings, the switches, its files. Each is harmless twice. */
@Component(service = Settling.class)
public final class Settling {

    private final Mind mind;
    private final CoreTraces traces;
    private final LearningsLog learnings;
    private final CoreSwitches switches;
    private final Dreams dreams;
    private final Artefacts artefacts;

    @Activate
    public Settling(
            @Reference Mind mind,
            @Reference CoreTraces traces,
            @Reference LearningsLog learnings,
            @Reference CoreSwitches switches,
            @Reference Dreams dreams,
            @Reference Artefacts artefacts) {
        this.mind = mind;
        this.traces = traces;
        this.learnings = learnings;
        this.switches = switches;
        this.dreams = dreams;
        this.artefacts = artefacts;
    }

    public void settle(Cycle cycle) {
        ReflectionRun run = cycle.run();
        List<Judged> judged = mind.read(session -> new HypothesisRows(session).of(run.id()));
        target(cycle, judged);
        trace(run);
        String winner = title(run, judged);
        if (!winner.isEmpty()) {
            learnings.add(
                    run.profileId(),
                    run.workspaceId(),
                    Learning.Kind.REFLECTION,
                    run.id(),
                    run.targetKey() + ": " + winner,
                    run.traceId(),
                    "reflection:" + run.id());
        }
        List<String> whyNot = judged.stream()
                .filter(one -> one.state() == Hypothesis.State.REJECTED)
                .map(one -> one.hypothesis().id() + ": " + one.whyNot())
                .toList();
        dreams.dream(cycle);
        artefacts.write(cycle.settings(), run);
        switches.ran(CoreStage.REFLECTION, run.dispatchId() == null ? 0 : 1, whyNot);
        mind.write(session -> {
            new RunMoves(session).settled(run.id());
            return run;
        });
    }

    /** The trace of a run whose work failed is complete all the same; only a run that failed is a trace that failed. */
    private void trace(ReflectionRun run) {
        String trace = run.traceId();
        if (trace == null) {
            return;
        }
        boolean failed = run.stage() == Stage.FAILED;
        traces.end(
                trace,
                failed ? CoreTraceStatus.FAILED : CoreTraceStatus.COMPLETED,
                Objects.requireNonNull(run.outcome()).name().toLowerCase(Locale.ROOT),
                run.error());
    }

    private static String title(ReflectionRun run, List<Judged> judged) {
        return judged.stream()
                .filter(one -> one.hypothesis().id().equals(run.winner()))
                .map(one -> one.hypothesis().title())
                .findFirst()
                .orElse("");
    }

    private void target(Cycle cycle, List<Judged> judged) {
        ReflectionRun run = cycle.run();
        Instant ended = Objects.requireNonNull(run.endedAt());
        Outcome outcome = Objects.requireNonNull(run.outcome());
        mind.write(session -> {
            TargetRows rows = new TargetRows(session);
            rows.find(run.profileId(), run.targetKey()).ifPresent(target -> {
                boolean acted = run.dispatchId() != null;
                ReflectionTarget.Times before = target.times();
                ReflectionTarget.Times times = new ReflectionTarget.Times(
                        ended.plus(cycle.settings().cadence()).plus(target.jitter()),
                        before.lastObservedAt(),
                        acted ? ended : before.lastActionAt(),
                        ended,
                        before.lastEvidenceAt(),
                        before.expiresAt());
                rows.put(Targets.with(
                        target,
                        outcome == Outcome.FAILED ? Health.BLOCKED : target.health(),
                        target.state(),
                        times,
                        last(run, outcome, title(run, judged), target.last())));
            });
            return run;
        });
    }

    private static ReflectionTarget.Last last(
            ReflectionRun run, Outcome outcome, String winner, ReflectionTarget.Last before) {
        boolean meant = outcome != Outcome.SLEEP && outcome != Outcome.FAILED;
        return new ReflectionTarget.Last(
                meant ? outcome.name().toLowerCase(Locale.ROOT) : before.outcome(),
                winner.isEmpty() ? before.winner() : winner,
                run.dispatchId() == null ? before.dispatchKind() : run.dispatchKind(),
                run.dispatchId() == null ? before.dispatchStatus() : run.dispatchStatus());
    }
}
