package tacit.learn.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Outcome;
import tacit.api.trace.PendingTrace;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceTally;
import tacit.api.trace.TraceUpdate;

/** Keeps traces of one workspace in memory; every one is pending until it is learned. */
final class FakeTraceStore implements TraceStore {

    final Map<String, RecordedTrace> traces = new LinkedHashMap<>();
    final List<String> learned = new ArrayList<>();

    @Override
    public List<AppendResult> append(Scope scope, List<TraceUpdate> updates) {
        updates.forEach(update -> traces.put(update.trace().id(), new RecordedTrace(update.trace(), update.spans())));
        return updates.stream()
                .map(update -> new AppendResult(update.trace().id(), true, 0, 0, 0))
                .toList();
    }

    @Override
    public Optional<RecordedTrace> find(Scope scope, String traceId) {
        return Optional.ofNullable(traces.get(traceId));
    }

    @Override
    public List<Outcome> outcomes(Scope scope, String traceId) {
        return List.of();
    }

    @Override
    public Page<Trace> list(Scope scope, TraceFilter filter, PageRequest page) {
        return new Page<>(List.of(), 0, 0);
    }

    @Override
    public TraceCounts counts(Scope scope) {
        return new TraceCounts(traces.size(), 0, Map.of(), Map.of());
    }

    @Override
    public List<TraceTally> tallies(Scope scope, @Nullable Instant from) {
        return List.of();
    }

    @Override
    public List<PendingTrace> pending(Scope scope, int limit) {
        return traces.keySet().stream()
                .filter(id -> !learned.contains(id))
                .limit(limit)
                .map(id -> new PendingTrace(id, 1))
                .toList();
    }

    @Override
    public void learned(Scope scope, List<PendingTrace> pending) {
        pending.forEach(trace -> learned.add(trace.traceId()));
    }

    @Override
    public List<String> workspaces() {
        return List.of(Scope.DEFAULT_WORKSPACE);
    }
}
