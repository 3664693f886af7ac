package tacit.learn.experiments;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.gate.CanaryDecision;
import tacit.api.generation.Generation;
import tacit.api.store.Scope;
import tacit.learn.experiments.live.Figures;
import tacit.learn.experiments.live.Live;
import tacit.learn.experiments.live.LiveRuns;

/**
 * Follows promoted changes and takes back what made runs worse. What was decided is kept before it is done, and each step may be
 * done again, so that a look after a crash goes on where the one before it stopped. Thread-safe.
 */
final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final LiveRuns runs;
    private final Promotion promotion;
    private final Aftermath aftermath;

    Watch(LiveRuns runs, Promotion promotion, Aftermath aftermath) {
        this.runs = runs;
        this.promotion = promotion;
        this.aftermath = aftermath;
    }

    void look(Live live) {
        Scope scope = Scope.ofWorkspace(live.workspaceId());
        Promotion.Seen seen = promotion.seen(scope, live.experimentId());
        Experiment experiment = seen.experiment();
        @Nullable Generation active = seen.active();
        if (active == null) {
            return;
        }
        if (live.state() == State.HARMFUL) {
            takeBack(live, experiment, active);
        } else if (experiment.state() == ExperimentState.ROLLED_BACK) {
            aftermath.reopen(live);
            end(live, experiment, State.STOPPED, "It was rolled back");
        } else if (!stands(experiment, active)) {
            end(live, experiment, State.REPLACED, replaced(active));
        } else {
            judge(runs.count(live), experiment, active);
        }
    }

    private void judge(Live counted, Experiment experiment, Generation active) {
        Live live = mitigated(counted);
        if (live.any(CanaryDecision.WORSENED)) {
            aftermath.announce(live, State.HARMFUL);
            takeBack(runs.store().turn(live, State.HARMFUL, "Live runs got worse"), experiment, active);
        } else if (runs.decided(live)) {
            end(live, experiment, State.IMPROVED, "Live runs got better");
        } else if (runs.over(live)) {
            boolean better = live.any(CanaryDecision.IMPROVED);
            end(live, experiment, better ? State.IMPROVED : State.UNDECIDED, "It was followed long enough");
        }
    }

    /** Only what was measured mitigates a family, and once: when it returns later, that is for those who see it return. */
    private Live mitigated(Live live) {
        if (live.familyTold() || !live.says(Measure.CLUSTER, CanaryDecision.IMPROVED)) {
            return live;
        }
        aftermath.mitigate(live);
        return runs.store().told(live);
    }

    private void takeBack(Live live, Experiment experiment, Generation active) {
        if (experiment.state() == ExperimentState.PROMOTED) {
            if (!stands(experiment, active)) {
                end(live, experiment, State.REPLACED, "Live runs got worse; " + replaced(active));
                return;
            }
            String why = "Live runs got worse: " + Figures.of(live.shown());
            promotion.rollBack(Scope.ofWorkspace(live.workspaceId()), experiment.id(), Aftermath.WATCH, why);
            log.info("Rolled back experiment {}: live runs got worse", experiment.id());
        }
        aftermath.reopen(live);
        end(live, experiment, State.WORSENED, "Live runs got worse, so it was rolled back");
    }

    private void end(Live live, Experiment experiment, State state, String why) {
        aftermath.learn(live, experiment, state);
        runs.store().turn(live, state, why + ": " + Figures.of(live.shown()));
    }

    private static boolean stands(Experiment experiment, Generation active) {
        List<Optional<String>> now = Places.values(active, experiment.proposal().change());
        return now.equals(Places.wanted(experiment.proposal().change()));
    }

    private static String replaced(Generation active) {
        return active.createdBy() + " changed the harness there in generation " + active.number();
    }
}
