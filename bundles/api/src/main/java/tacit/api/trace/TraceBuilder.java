package tacit.api.trace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Scope;

/** Collects what is known of a trace. Confined to one thread. */
public final class TraceBuilder {

    private final String id;
    private String workspaceId = Scope.DEFAULT_WORKSPACE;
    private @Nullable String profileId;
    private @Nullable String sessionId;
    private @Nullable String userId;
    private @Nullable String agent;
    private @Nullable String channel;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private TraceStatus status = TraceStatus.COMPLETED;
    private Outcome outcome = Outcome.UNKNOWN;
    private @Nullable String harnessGeneration;
    private @Nullable String taskKey;
    private Map<String, Object> attributes = new LinkedHashMap<>();

    TraceBuilder(String id) {
        this.id = id;
    }

    TraceBuilder(Trace trace) {
        this(trace.id());
        workspaceId = trace.workspaceId();
        profileId = trace.profileId();
        sessionId = trace.sessionId();
        userId = trace.userId();
        agent = trace.agent();
        channel = trace.channel();
        startedAt = trace.startedAt();
        endedAt = trace.endedAt();
        status = trace.status();
        outcome = trace.outcome();
        harnessGeneration = trace.harnessGeneration();
        taskKey = trace.taskKey();
        attributes.putAll(trace.attributes());
    }

    public TraceBuilder workspaceId(String value) {
        workspaceId = value;
        return this;
    }

    public TraceBuilder profileId(@Nullable String value) {
        profileId = value;
        return this;
    }

    /** Sets the conversation; null means that the trace stands alone. */
    public TraceBuilder sessionId(@Nullable String value) {
        sessionId = value;
        return this;
    }

    public TraceBuilder userId(@Nullable String value) {
        userId = value;
        return this;
    }

    public TraceBuilder agent(@Nullable String value) {
        agent = value;
        return this;
    }

    public TraceBuilder channel(@Nullable String value) {
        channel = value;
        return this;
    }

    public TraceBuilder startedAt(@Nullable Instant value) {
        startedAt = value;
        return this;
    }

    public TraceBuilder endedAt(@Nullable Instant value) {
        endedAt = value;
        return this;
    }

    public TraceBuilder status(TraceStatus value) {
        status = value;
        return this;
    }

    public TraceBuilder outcome(Outcome value) {
        outcome = value;
        return this;
    }

    public TraceBuilder harnessGeneration(@Nullable String value) {
        harnessGeneration = value;
        return this;
    }

    public TraceBuilder taskKey(@Nullable String value) {
        taskKey = value;
        return this;
    }

    /** Sets one attribute; null removes it. */
    public TraceBuilder attribute(String key, @Nullable Object value) {
        if (value == null) {
            attributes.remove(key);
        } else {
            attributes.put(key, value);
        }
        return this;
    }

    /** Replaces all attributes. */
    public TraceBuilder attributes(Map<String, ?> values) {
        attributes = new LinkedHashMap<>(values);
        return this;
    }

    public Trace build() {
        return new Trace(
                id,
                workspaceId,
                profileId,
                sessionId == null || sessionId.isBlank() ? id : sessionId,
                userId,
                agent,
                channel,
                startedAt,
                endedAt,
                status,
                outcome,
                harnessGeneration,
                taskKey,
                attributes);
    }
}
