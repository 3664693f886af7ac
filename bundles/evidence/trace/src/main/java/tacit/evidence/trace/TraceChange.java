package tacit.evidence.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

/** Everything that one call says of one trace. Confined to one call. */
final class TraceChange {

    private final String id;
    private final Scope scope;
    private final Map<String, Span> spans = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private @Nullable Trace announced;

    TraceChange(Scope scope, String id) {
        this.scope = scope;
        this.id = id;
    }

    void add(TraceUpdate update) {
        if (TraceMerge.announces(update)) {
            Trace said = owned(update.trace());
            announced = TraceMerge.merge(announced == null ? said : announced, said);
        }
        update.spans().forEach(span -> spans.putIfAbsent(span.id(), span));
        Outcomes.stated(update).stream()
                .filter(outcome -> !outcomes.contains(outcome))
                .forEach(outcomes::add);
    }

    /** The scope decides whose a trace is, whatever the trace says; times are as exact as the store keeps them. */
    private Trace owned(Trace trace) {
        return trace.toBuilder()
                .workspaceId(scope.workspaceId())
                .userId(scope.user().orElse(trace.userId()))
                .startedAt(micros(trace.startedAt()))
                .endedAt(micros(trace.endedAt()))
                .build();
    }

    private static @Nullable Instant micros(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** The row of this trace where it has none yet. */
    TraceRow firstRow() {
        Trace trace = announced == null
                ? Trace.builder(id)
                        .workspaceId(scope.workspaceId())
                        .status(TraceStatus.RUNNING)
                        .build()
                : announced;
        Trace judged = trace.toBuilder().outcome(Outcomes.effective(outcomes)).build();
        return new TraceRow(0, announced != null, judged, spans.size(), 1);
    }

    /** Refuses to let one user add to what another's agent did. */
    void checkOwner(TraceRow row) {
        boolean own =
                scope.user().map(user -> user.equals(row.trace().userId())).orElse(true);
        if (row.announced() && !own) {
            throw new IllegalArgumentException("Cannot append to trace '" + id + "': it belongs to another user");
        }
    }

    /** What the row's trace becomes, still with the outcome that it had. */
    Trace merged(TraceRow row) {
        if (announced == null) {
            return row.trace();
        }
        Trace merged = row.announced() ? TraceMerge.merge(row.trace(), announced) : announced;
        return merged.toBuilder().outcome(row.trace().outcome()).build();
    }

    boolean announces() {
        return announced != null;
    }
}
