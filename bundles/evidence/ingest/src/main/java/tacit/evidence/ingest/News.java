package tacit.evidence.ingest;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.event.Events;
import tacit.api.store.Scope;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** Tells of traces and outcomes once they are durable. */
final class News {

    private News() {}

    /** @param taken what was stored, in the order of its results */
    static void tell(@Nullable Events events, List<TraceUpdate> taken, List<AppendResult> results) {
        if (events == null) {
            return;
        }
        Iterator<TraceUpdate> updates = taken.iterator();
        results.forEach(result -> tell(events, updates.next().trace(), result));
    }

    private static void tell(Events events, Trace trace, AppendResult result) {
        Scope whose = new Scope(trace.workspaceId(), trace.userId());
        if (result.traceIsNew() || result.newSpans() > 0) {
            events.tell(
                    whose,
                    "trace.recorded",
                    result.traceId(),
                    Map.of(
                            "new", Boolean.toString(result.traceIsNew()),
                            "spans", Integer.toString(result.newSpans())));
        }
        if (result.newOutcomes() > 0) {
            events.tell(
                    whose,
                    "outcome.recorded",
                    result.traceId(),
                    Map.of("outcomes", Integer.toString(result.newOutcomes())));
        }
    }
}
