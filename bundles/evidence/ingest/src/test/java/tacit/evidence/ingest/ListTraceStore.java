package tacit.evidence.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** Keeps what is appended in a list; everything else is no business of ingest. */
final class ListTraceStore implements TraceStore {

    final List<TraceUpdate> appended = new ArrayList<>();

    @Override
    public List<AppendResult> append(Scope scope, List<TraceUpdate> updates) {
        appended.addAll(updates);
        return updates.stream()
                .map(update -> new AppendResult(
                        update.trace().id(), true, update.spans().size(), 0, 0))
                .toList();
    }

    @Override
    public Optional<RecordedTrace> find(Scope scope, String traceId) {
        throw new UnsupportedOperationException("Traces are only appended here");
    }

    @Override
    public List<Outcome> outcomes(Scope scope, String traceId) {
        throw new UnsupportedOperationException("Traces are only appended here");
    }

    @Override
    public Page<Trace> list(Scope scope, TraceFilter filter, PageRequest page) {
        throw new UnsupportedOperationException("Traces are only appended here");
    }

    @Override
    public TraceCounts counts(Scope scope) {
        throw new UnsupportedOperationException("Traces are only appended here");
    }

    @Override
    public List<TraceTally> tallies(Scope scope, @Nullable Instant from) {
        throw new UnsupportedOperationException("Traces are only appended here");
    }

    @Override
    public List<PendingTrace> pending(Scope scope, int limit) {
        throw new UnsupportedOperationException("Traces are only appended here");
    }

    @Override
    public void learned(Scope scope, List<PendingTrace> traces) {
        throw new UnsupportedOperationException("Traces are only appended here");
    }

    @Override
    public List<String> workspaces() {
        throw new UnsupportedOperationException("Traces are only appended here");
    }
}
