package tacit.api.pulse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/**
 * The cycles of the core. A trace that ended never changes its status; a step, an end and a join are each kept once, however often
 * they are told. Thread-safe; what it acknowledges is durable.
 */
@ProviderType
public interface CoreTraces {

    /** Begins a cycle, or gives the one that its run began. */
    CoreTrace begin(CoreTraceDraft draft);

    /**
     * Adds a step, unless the trace has one under this key.
     *
     * @param key what makes the step the same when it is told again, such as {@code dispatch_started:RUN}
     * @throws IllegalArgumentException when there is no such trace
     */
    void step(String traceId, String key, CorePhase phase, String type, String summary, Map<String, String> details);

    /**
     * Ends a cycle; the same end again changes nothing.
     *
     * @param status not RUNNING
     * @param error null for none
     * @throws IllegalStateException when it ended otherwise
     */
    CoreTrace end(String traceId, CoreTraceStatus status, String summary, @Nullable String error);

    /**
     * Keeps a cycle that ended at once, in one change: as {@link #begin}, {@link #step} for each event under its type, and {@link
     * #end}.
     */
    CoreTrace whole(
            CoreTraceDraft draft,
            List<CoreTrace.Event> events,
            CoreTraceStatus status,
            String summary,
            @Nullable String error);

    /** Says which memory, or candidate of one, it gave. */
    void memory(String traceId, String memoryId);

    /** Says which execution came of it. */
    void task(String traceId, String executionId);

    /**
     * Joins how an execution ended, and what the user said, to the cycle that led to it; what is null stays.
     *
     * @return the trace; empty when no cycle led to it
     */
    Optional<CoreTrace> join(String executionId, @Nullable String result, @Nullable String response);

    /** As {@link #join}, by the trace itself: for suggestions and notices, of which no execution came. */
    Optional<CoreTrace> respond(String traceId, String response);

    Optional<CoreTrace.Whole> find(String id);

    /** The newest first. */
    Page<CoreTrace> list(Filter filter, PageRequest page);

    /**
     * Ends traces whose run is no longer under way, as a crash left them: FAILED, with the reason.
     *
     * @param surface of this part alone
     * @param runIds runs that go on; their traces stay
     * @return the ids of those that were ended
     */
    List<String> recover(CoreSurface surface, List<String> runIds, String reason);

    /**
     * Which traces are wanted. Immutable; what is null does not matter.
     */
    record Filter(
            @Nullable String profileId,
            @Nullable String workspaceId,
            @Nullable String targetKey,
            @Nullable CoreTraceKind kind,
            @Nullable CoreTraceStatus status) {

        /** Everything. */
        public static final Filter ALL = new Filter(null, null, null, null, null);

        public static Filter ofProfile(String profileId) {
            return new Filter(profileId, null, null, null, null);
        }
    }
}
