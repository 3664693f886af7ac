package tacit.evidence.transcripts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanEvent;

/** One span of a session in the making: its place in the session, its times and what happened to it. */
abstract sealed class Step permits ChatTurn, ToolCall, AgentRun {

    /** The event that says that the user broke in. */
    static final String INTERRUPTED = "user.interrupted";

    private final String id;
    private final @Nullable String parentId;
    private final long position;
    private final @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private final List<SpanEvent> events = new ArrayList<>();

    Step(String id, @Nullable String parentId, long position, @Nullable Instant startedAt) {
        this.id = id;
        this.parentId = parentId;
        this.position = position;
        this.startedAt = startedAt;
    }

    abstract Span build();

    String id() {
        return id;
    }

    void ended(@Nullable Instant at) {
        if (at != null && (endedAt == null || at.isAfter(endedAt))) {
            endedAt = at;
        }
    }

    void interrupted(@Nullable Instant at) {
        events.add(new SpanEvent(INTERRUPTED, at, Map.of()));
    }

    SpanBuilder builder(String operation, String name) {
        boolean backwards = startedAt != null && endedAt != null && endedAt.isBefore(startedAt);
        return Span.builder(id, operation, name)
                .parentId(parentId)
                .position(position)
                .startedAt(startedAt)
                .endedAt(backwards ? null : endedAt)
                .events(events);
    }

    /**
     * Where a step stands.
     *
     * @param id unique in the session
     * @param parentId the step that it is part of
     * @param position its order in the session
     * @param startedAt null when not recorded
     */
    record Place(
            String id,
            @Nullable String parentId,
            long position,
            @Nullable Instant startedAt) {}
}
