package tacit.surface.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.PendingTrace;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceTally;
import tacit.api.trace.TraceUpdate;

/** Two workspaces with three traces each, one of which waits. */
final class FakeTraceStore implements TraceStore {

    private final Map<String, Instant> lastStarts;

    FakeTraceStore(Map<String, Instant> lastStarts) {
        this.lastStarts = lastStarts;
    }

    @Override
    public List<AppendResult> append(Scope scope, List<TraceUpdate> updates) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RecordedTrace> find(Scope scope, String traceId) {
        return Optional.empty();
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
        return new TraceCounts(3, 12, Map.of(OutcomeLabel.FAILURE, 3L), lastStarts);
    }

    @Override
    public List<TraceTally> tallies(Scope scope, @Nullable Instant from) {
        return List.of();
    }

    @Override
    public List<PendingTrace> pending(Scope scope, int limit) {
        return List.of(new PendingTrace("t1", 1));
    }

    @Override
    public void learned(Scope scope, List<PendingTrace> traces) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> workspaces() {
        return List.of("default", "other");
    }
}
