package tacit.learn.proposers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

/** Traces in memory, without spans. */
public final class ListTraces implements TraceStore {

    public final List<Trace> traces = new ArrayList<>();
    public List<String> workspaces = List.of(Scope.DEFAULT_WORKSPACE);

    @Override
    public List<AppendResult> append(Scope scope, List<TraceUpdate> updates) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RecordedTrace> find(Scope scope, String traceId) {
        return traces.stream()
                .filter(trace -> trace.id().equals(traceId))
                .findFirst()
                .map(trace -> new RecordedTrace(trace, List.of()));
    }

    @Override
    public List<Outcome> outcomes(Scope scope, String traceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Trace> list(Scope scope, TraceFilter filter, PageRequest page) {
        List<Trace> found = traces.stream()
                .filter(trace -> filter.outcome() == null || trace.outcome().label() == filter.outcome())
                .filter(trace -> filter.taskKey() == null || filter.taskKey().equals(trace.taskKey()))
                .sorted(Comparator.comparing(Trace::startedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .toList();
        int from = (int) Math.min(found.size(), page.offset());
        int to = (int) Math.min(found.size(), page.offset() + page.limit());
        return new Page<>(found.subList(from, to), page.offset(), found.size());
    }

    @Override
    public TraceCounts counts(Scope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TraceTally> tallies(Scope scope, @Nullable Instant from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PendingTrace> pending(Scope scope, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void learned(Scope scope, List<PendingTrace> traces) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> workspaces() {
        return workspaces;
    }
}
