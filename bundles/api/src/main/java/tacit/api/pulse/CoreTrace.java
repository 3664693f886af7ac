package tacit.api.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of the core. Immutable.
 *
 * @param id of the trace
 * @param draft what it began as
 * @param status where it stands
 * @param taskId the execution that came of it; null for none
 * @param result how that execution ended, such as {@code succeeded}; null while it has not
 * @param response what the user said of what came of it, such as {@code acted}; null while nobody did
 * @param summary in words; null while it runs
 * @param error what went wrong; null for nothing
 * @param startedAt when it began
 * @param completedAt when it ended; null while it runs
 */
public record CoreTrace(
        String id,
        CoreTraceDraft draft,
        CoreTraceStatus status,
        @Nullable String taskId,
        @Nullable String result,
        @Nullable String response,
        @Nullable String summary,
        @Nullable String error,
        Instant startedAt,
        @Nullable Instant completedAt) {

    public CoreTrace {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(startedAt, "startedAt");
    }

    /** The id of the trace of a run: it has one on a surface, whoever begins it how often. */
    public static String idOf(CoreSurface surface, String runId) {
        return surface.name().toLowerCase(Locale.ROOT) + ":" + runId;
    }

    /**
     * A step. Immutable.
     *
     * @param phase what it did
     * @param type such as {@code heartbeat.idle}
     * @param summary in words, bounded and redacted
     * @param details by name
     * @param at when
     */
    public record Event(CorePhase phase, String type, String summary, Map<String, String> details, Instant at) {

        public Event {
            Objects.requireNonNull(phase, "phase");
            Objects.requireNonNull(type, "type");
            details = Map.copyOf(details);
        }
    }

    /**
     * A cycle with all of it. Immutable.
     *
     * @param events in their order
     * @param memoryIds memory candidates that it gave
     * @param children traces that it led to
     */
    public record Whole(CoreTrace trace, List<Event> events, List<String> memoryIds, List<String> children) {

        public Whole {
            events = List.copyOf(events);
            memoryIds = List.copyOf(memoryIds);
            children = List.copyOf(children);
        }
    }
}
