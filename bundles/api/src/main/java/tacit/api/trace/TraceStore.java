package tacit.api.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Recorded;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * The append-only record of what agents did. Thread-safe.
 *
 * <p>Writers are expected to have bounded and redacted what they pass: that is ingest's work, so nobody but ingest calls
 * {@link #append}. Failures of the database reach the caller as {@link tacit.api.store.StoreException}.
 */
@Recorded
@ProviderType
public interface TraceStore {

    /**
     * Merges the updates in one transaction and returns after they are durable.
     *
     * @return one result per update, in order
     */
    List<AppendResult> append(Scope scope, List<TraceUpdate> updates);

    /** The trace with all its spans; empty when the scope holds none with this id. */
    Optional<RecordedTrace> find(Scope scope, String traceId);

    /** All that was said of how a trace turned out, in the order of arrival. */
    List<Outcome> outcomes(Scope scope, String traceId);

    /** Traces without their spans, newest start first; those without a start follow in order of arrival. */
    Page<Trace> list(Scope scope, TraceFilter filter, PageRequest page);

    TraceCounts counts(Scope scope);

    /**
     * How runs turned out, by harness generation, outcome and status, without reading them: cheap however many there are.
     *
     * @param from runs that started on the UTC day of this time or later; null for all, also those without a start
     */
    List<TraceTally> tallies(Scope scope, @Nullable Instant from);

    /**
     * Traces that changed since they were last learned from, in the order of their first arrival.
     *
     * @param limit the most to answer, at least 1
     */
    List<PendingTrace> pending(Scope scope, int limit);

    /**
     * Notes that a trace was learned from as it stood at that revision; a trace that changed meanwhile stays pending.
     * Returns after the note is durable.
     */
    void learned(Scope scope, List<PendingTrace> traces);

    /** The workspaces that hold evidence, in order of their names: for the host's own loops, never for a user. */
    List<String> workspaces();
}
