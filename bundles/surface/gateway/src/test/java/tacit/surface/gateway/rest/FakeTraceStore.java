package tacit.surface.gateway.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.TraceIngest;
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

/** Keeps traces in memory and takes updates that do not ask to be refused. */
final class FakeTraceStore implements TraceStore, TraceIngest {

    final List<TraceUpdate> updates = new ArrayList<>();
    final List<Trace> traces = new ArrayList<>();

    @Override
    public IngestReceipt ingest(Scope scope, List<TraceUpdate> batch) {
        List<AppendResult> accepted = new ArrayList<>();
        List<IngestReceipt.RejectedUpdate> rejected = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            String id = batch.get(i).trace().id();
            if (id.startsWith("refuse")) {
                rejected.add(new IngestReceipt.RejectedUpdate(i, 0, "Refused by the store"));
            } else {
                updates.add(batch.get(i));
                accepted.add(new AppendResult(id, false, 0, 0, 1));
            }
        }
        return new IngestReceipt(accepted, rejected, 0, 0);
    }

    @Override
    public Optional<RecordedTrace> find(Scope scope, String traceId) {
        return traces.stream()
                .filter(trace -> trace.id().equals(traceId))
                .filter(trace -> trace.workspaceId().equals(scope.workspaceId()))
                .filter(trace -> scope.user().isEmpty() || scope.user().get().equals(trace.userId()))
                .map(trace -> new RecordedTrace(trace, List.of()))
                .findFirst();
    }

    @Override
    public List<AppendResult> append(Scope scope, List<TraceUpdate> batch) {
        throw new UnsupportedOperationException("Only ingest appends");
    }

    @Override
    public List<Outcome> outcomes(Scope scope, String traceId) {
        return List.of();
    }

    @Override
    public Page<Trace> list(Scope scope, TraceFilter filter, PageRequest page) {
        return new Page<>(traces, page.offset(), traces.size() + page.offset());
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
        return List.of();
    }

    @Override
    public void learned(Scope scope, List<PendingTrace> learned) {}

    @Override
    public List<String> workspaces() {
        return List.of();
    }
}
