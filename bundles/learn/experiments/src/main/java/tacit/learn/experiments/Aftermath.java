package tacit.learn.experiments;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.store.Scope;
import tacit.learn.experiments.live.Figures;
import tacit.learn.experiments.live.Live;

/** What follows of live runs outside of the experiments: families move on, and what was learnt is kept. Thread-safe. */
@Component(service = Aftermath.class)
public final class Aftermath {

    /** Who acts when live runs decide. */
    static final String WATCH = "rule:watch";

    /** Whose learnings these are: no profile's. */
    static final String HARNESS = "harness";

    private final FailureClusters clusters;
    private final LearningsLog learnings;
    private final AuditLog audit;

    @Activate
    public Aftermath(
            @Reference FailureClusters clusters, @Reference LearningsLog learnings, @Reference AuditLog audit) {
        this.clusters = clusters;
        this.learnings = learnings;
        this.audit = audit;
    }

    /** Writes down what live runs decided, before it has an effect. */
    void announce(Live live, State decision) {
        audit.write(
                live.kind() == Kind.WATCH ? WATCH : Canary.RULE,
                "experiment." + live.kind().name().toLowerCase(Locale.ROOT),
                live.experimentId(),
                Map.of(
                        "workspace", live.workspaceId(),
                        "decision", decision.name(),
                        "figures", Figures.of(live.shown())));
    }

    /** The family is rarer than before, as was measured. */
    void mitigate(Live live) {
        move(live, ClusterState.MITIGATED, ClusterState.STABLE, ClusterState.REOPENED);
    }

    /** The change that had made it rarer is gone. */
    void reopen(Live live) {
        move(live, ClusterState.REOPENED, ClusterState.MITIGATED, ClusterState.MITIGATED);
    }

    private void move(Live live, ClusterState to, ClusterState from, ClusterState orFrom) {
        String id = live.clusterId();
        if (id == null) {
            return;
        }
        Scope scope = Scope.ofWorkspace(live.workspaceId());
        Optional<FailureCluster> family =
                clusters.find(scope, id).filter(found -> found.state() == from || found.state() == orFrom);
        family.ifPresent(found -> clusters.move(scope, id, to, found.version(), WATCH));
    }

    /** Keeps the measured effect among the learnings, once for each comparison. */
    void learn(Live live, Experiment experiment, State end) {
        learnings.add(
                HARNESS,
                live.workspaceId(),
                live.kind() == Kind.WATCH ? Learning.Kind.PROMOTION : Learning.Kind.EXPERIMENT,
                live.id(),
                experiment.proposal().title() + " (" + experiment.id() + "): " + Acceptance.words(end) + "; "
                        + Figures.of(live.shown()),
                null,
                "experiment:" + experiment.id());
    }
}
