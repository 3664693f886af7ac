package tacit.api.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of an agent, without its spans. Immutable.
 *
 * @param id unique within its workspace; never blank
 * @param workspaceId who owns it; set by ingest from the caller's scope, whatever the source says
 * @param profileId the automation profile that ran it; null when none did
 * @param sessionId the conversation it belongs to; its own id when it stands alone
 * @param userId the user it was for; null when not known
 * @param agent the agent's name; null when not known
 * @param channel where the user was; null when not known
 * @param startedAt null when not recorded
 * @param endedAt null when not recorded or still running
 * @param status where the run stands
 * @param outcome the statement that counts (see {@link Outcome#outweighs}); UNKNOWN until somebody said
 * @param harnessGeneration the state of the harness that it ran under; null when Tacit's harness took no part
 * @param taskKey names the same task across runs and harnesses; null when not known
 * @param attributes what else was recorded, as in {@link Span#attributes}
 */
public record Trace(
        String id,
        String workspaceId,
        @Nullable String profileId,
        String sessionId,
        @Nullable String userId,
        @Nullable String agent,
        @Nullable String channel,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        TraceStatus status,
        Outcome outcome,
        @Nullable String harnessGeneration,
        @Nullable String taskKey,
        Map<String, Object> attributes) {

    public Trace {
        if (id.isBlank() || workspaceId.isBlank() || sessionId.isBlank()) {
            throw new IllegalArgumentException("id, workspaceId and sessionId must not be blank");
        }
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(outcome, "outcome");
        attributes = AttributeValues.copyOf(attributes);
    }

    /** Starts a trace of which nothing but its id is known. */
    public static TraceBuilder builder(String id) {
        return new TraceBuilder(id);
    }

    /** Starts a copy of this trace. */
    public TraceBuilder toBuilder() {
        return new TraceBuilder(this);
    }

    /** An attribute as text: a string as it is, any other value in its Java notation. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(attributes.get(key)).map(String::valueOf);
    }

    /** An attribute that is a list, or a text with commas between; each part once, none blank. */
    public List<String> texts(String key) {
        Object value = attributes.get(key);
        Stream<String> parts = value instanceof List<?> list
                ? list.stream().map(String::valueOf)
                : value == null
                        ? Stream.empty()
                        : Arrays.stream(String.valueOf(value).split(",", -1));
        return parts.map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /** The time that the run took; zero when it is not known. */
    public Duration duration() {
        return startedAt == null || endedAt == null || endedAt.isBefore(startedAt)
                ? Duration.ZERO
                : Duration.between(startedAt, endedAt);
    }
}
