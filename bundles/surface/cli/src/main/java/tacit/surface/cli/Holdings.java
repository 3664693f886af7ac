package tacit.surface.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClusters;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceStore;

/**
 * What a host holds, over all workspaces. Immutable.
 *
 * @param traces all traces
 * @param spans all spans
 * @param pending traces that wait to be learned from, counted up to {@link #MOST_PENDING} a workspace
 * @param clusters families of failures by state
 */
record Holdings(long traces, long spans, long pending, Map<String, Long> clusters) {

    static final int MOST_PENDING = 1000;

    static Holdings count(TraceStore store, FailureClusters clusters) {
        long traces = 0;
        long spans = 0;
        long pending = 0;
        Map<String, Long> byState = new LinkedHashMap<>();
        for (String workspace : store.workspaces()) {
            Scope scope = Scope.ofWorkspace(workspace);
            TraceCounts counts = store.counts(scope);
            traces += counts.traces();
            spans += counts.spans();
            pending += store.pending(scope, MOST_PENDING).size();
            for (ClusterState state : ClusterState.values()) {
                byState.merge(name(state), families(clusters, scope, state), Long::sum);
            }
        }
        return new Holdings(traces, spans, pending, byState);
    }

    long families() {
        return clusters.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long families(FailureClusters clusters, Scope scope, ClusterState state) {
        return clusters.list(scope, new ClusterFilter(state, null, null), PageRequest.first(1))
                .total();
    }

    private static String name(ClusterState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
