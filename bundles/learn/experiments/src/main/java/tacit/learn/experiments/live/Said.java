package tacit.learn.experiments.live;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.PendingTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;

/** What is known of runs by now. Thread-safe; what a look has to ask once is in its {@link Look}. */
final class Said {

    private static final int MOST_PENDING = PageRequest.MAX_LIMIT;

    private final TraceStore traces;
    private final FailureClusters clusters;

    Said(TraceStore traces, FailureClusters clusters) {
        this.traces = traces;
        this.clusters = clusters;
    }

    /**
     * What holds for all runs of one look. Immutable.
     *
     * @param unmined runs whose failures are not known yet
     * @param lagging whether there are more of them than were read, so that no run's failures are sure to be known
     */
    record Look(Scope scope, Set<String> unmined, boolean lagging) {}

    Look look(Live live) {
        Scope scope = Scope.ofWorkspace(live.workspaceId());
        if (live.clusterId() == null) {
            return new Look(scope, Set.of(), false);
        }
        List<PendingTrace> pending = traces.pending(scope, MOST_PENDING);
        Set<String> ids = pending.stream().map(PendingTrace::traceId).collect(Collectors.toCollection(HashSet::new));
        return new Look(scope, ids, pending.size() >= MOST_PENDING);
    }

    /** Whether it can be counted at all: a family that went into another one is known no more. */
    boolean counts(Live live, Measure measure) {
        String cluster = live.clusterId();
        if (measure == Measure.OUTCOME || cluster == null) {
            return measure == Measure.OUTCOME;
        }
        return clusters.find(Scope.ofWorkspace(live.workspaceId()), cluster).isPresent();
    }

    /** Whether a graded run was a success; empty as long as that is not known. */
    Optional<Boolean> success(Look look, Live live, Measure measure, Trace run) {
        if (measure == Measure.OUTCOME) {
            return Optional.of(run.outcome().label() == OutcomeLabel.SUCCESS);
        }
        if (look.lagging() || look.unmined().contains(run.id())) {
            return Optional.empty();
        }
        FailureFilter members = new FailureFilter(run.id(), null, null, live.clusterId());
        return Optional.of(
                clusters.failures(look.scope(), members, PageRequest.first(1)).total() == 0);
    }
}
