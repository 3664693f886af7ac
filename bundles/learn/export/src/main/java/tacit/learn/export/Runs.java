package tacit.learn.export;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/**
 * Goes over the runs that are asked for, some at a time and without their spans. Thread-safe.
 *
 * <p>As many at a time as can be: the embedded database reads all rows of the workspace for each page.
 */
final class Runs {

    private static final int AT_ONCE = PageRequest.MAX_LIMIT;

    private final TraceStore traces;
    private final Instant now;

    Runs(TraceStore traces, Instant now) {
        this.traces = traces;
        this.now = now;
    }

    /** Each once, the newest first; what starts meanwhile moves none of them. */
    void each(ExportOptions options, Consumer<Trace> taker) {
        @Nullable Instant until = options.until() == null && options.from() != null ? now : options.until();
        TraceFilter filter = new TraceFilter(options.agent(), null, null, null, null, options.from(), until);
        Page<Trace> page = traces.list(options.scope(), filter, PageRequest.first(AT_ONCE));
        while (!page.rows().isEmpty()) {
            page.rows().forEach(taker);
            long next = page.offset() + page.rows().size();
            page = traces.list(options.scope(), filter, new PageRequest(next, AT_ONCE));
        }
    }
}
