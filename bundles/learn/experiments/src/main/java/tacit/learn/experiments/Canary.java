package tacit.learn.experiments;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.gate.CanaryDecision;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.Generation;
import tacit.api.store.Scope;
import tacit.learn.experiments.live.Figures;
import tacit.learn.experiments.live.Live;
import tacit.learn.experiments.live.LiveRuns;

/**
 * Has candidates serve a share of the units, and judges by the runs of both sides. Trials end with the host and with each change
 * of the harness; a look opens them again while what they were compared with still stands. Thread-safe.
 */
final class Canary {

    /** Who promotes what a canary was for, where it may. */
    static final String RULE = "rule:canary";

    private static final Logger log = LoggerFactory.getLogger(Canary.class);

    private final LiveRuns runs;
    private final Moves moves;
    private final Promotion promotion;
    private final Aftermath aftermath;
    private final CanaryArms arms;
    private final boolean promotes;

    /** @param promotes whether what did better, and was approved, is promoted without being asked again */
    Canary(LiveRuns runs, Moves moves, Promotion promotion, Aftermath aftermath, CanaryArms arms, boolean promotes) {
        this.runs = runs;
        this.moves = moves;
        this.promotion = promotion;
        this.aftermath = aftermath;
        this.arms = arms;
        this.promotes = promotes;
    }

    Experiment open(Scope scope, String id, double share, String by, String reason) {
        Checked.within("share", share, 0.05, 0.9);
        Experiment passed = moves.found(scope, id);
        Generation active = promotion.check(passed, ExperimentState.CANARY, by, "open a canary of");
        moves.announce(passed, "canary", by);
        ActivationReport report =
                arms.open(id, Places.make(active, passed.proposal().change(), by, "Canary of experiment " + id, id));
        if (!report.succeeded()) {
            throw new IllegalStateException("The candidate of experiment " + id + " cannot serve: " + words(report));
        }
        try {
            Experiment canary = moves.canary(passed, after -> runs.canary(after, share), by, reason);
            arms.lead(canary, share);
            runs.store().underWay(id, Kind.CANARY).ifPresent(runs.store()::seen);
            return canary;
        } catch (RuntimeException | Error failure) {
            if (moves.found(scope, id).state() != ExperimentState.CANARY) {
                arms.close(id);
            }
            throw failure;
        }
    }

    /** Leads nobody any more to what is in no canary. */
    void tidy() {
        for (String id : arms.led()) {
            if (runs.store().underWay(id, Kind.CANARY).isEmpty()) {
                arms.close(id);
            }
        }
    }

    void look(Live live) {
        Scope scope = Scope.ofWorkspace(live.workspaceId());
        Promotion.Seen seen = promotion.seen(scope, live.experimentId());
        Experiment experiment = seen.experiment();
        @Nullable Generation active = seen.active();
        if (active == null || experiment.state() != ExperimentState.CANARY) {
            return;
        }
        if (serves(live, experiment, active)) {
            judge(scope, runs.count(live), experiment);
        } else {
            String why = "Generation " + active.number() + " differs from what it was compared with; run it again";
            leave(live, experiment, ExperimentState.INCONCLUSIVE, State.UNDECIDED, why);
        }
    }

    /** Whether it goes on: it serves, or may serve again. */
    private boolean serves(Live live, Experiment experiment, Generation active) {
        if (arms.leads(experiment.id())) {
            runs.store().seen(live);
            return true;
        }
        runs.store().unseen(live);
        if (!promotion.stands(experiment, active)) {
            return false;
        }
        Double share = live.share();
        String why = "Canary of experiment " + experiment.id() + " goes on";
        ActivationReport report = arms.open(
                experiment.id(), Places.make(active, experiment.proposal().change(), RULE, why, experiment.id()));
        if (report.succeeded() && share != null) {
            arms.lead(experiment, share);
            runs.store().seen(live);
        } else {
            log.warn("The candidate of experiment {} cannot serve: {}", experiment.id(), words(report));
        }
        return true;
    }

    private void judge(Scope scope, Live live, Experiment experiment) {
        if (live.any(CanaryDecision.WORSENED)) {
            leave(live, experiment, ExperimentState.REJECTED, State.WORSENED, "Live runs of the canary were worse");
        } else if (live.any(CanaryDecision.IMPROVED)) {
            approver(scope, experiment).filter(one -> promotes).ifPresent(by -> {
                String why = "Approved by " + by + "; live runs of the canary were better: " + Figures.of(live.shown());
                promotion.promote(scope, experiment.id(), RULE, why);
                tidy();
            });
        } else if (runs.over(live)) {
            String why = "The canary had its runs and its time";
            leave(live, experiment, ExperimentState.INCONCLUSIVE, State.UNDECIDED, why);
        }
    }

    private void leave(Live live, Experiment experiment, ExperimentState to, State end, String why) {
        promotion.unchanged(experiment, () -> {
            aftermath.announce(live, end);
            aftermath.learn(live, experiment, end);
            moves.to(experiment, to, RULE, why + ": " + Figures.of(live.shown()));
            arms.close(experiment.id());
        });
    }

    /** Who approved since it passed. */
    private Optional<String> approver(Scope scope, Experiment experiment) {
        Optional<String> approver = Optional.empty();
        List<ExperimentStep> history = moves.history(scope, experiment.id());
        for (ExperimentStep step : history) {
            if (step.approval()) {
                approver = Optional.of(step.by());
            } else if (step.to() == ExperimentState.PASSED_GATE) {
                approver = Optional.empty();
            }
        }
        return approver;
    }

    Experiment approve(Scope scope, String id, String by, String reason) {
        Experiment experiment = moves.found(scope, id);
        if (experiment.state() != ExperimentState.PASSED_GATE && experiment.state() != ExperimentState.CANARY) {
            throw new IllegalStateException(
                    "Cannot approve experiment " + id + ": it is " + Acceptance.words(experiment.state()));
        }
        promotion.refuseProposer(experiment, by, "approve");
        moves.announce(experiment, "approve", by);
        return moves.approved(experiment, by, reason);
    }

    private static String words(ActivationReport report) {
        return report.failure().map(Object::toString).orElse("no step says why");
    }
}
