package tacit.api.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One operation inside a trace: a model call, a tool call, a retrieval, a step. Immutable.
 *
 * @param id unique within its trace; never blank
 * @param parentId the span that this one is part of, which may never arrive; null for a root
 * @param operation a value of {@link Operation} or another value of {@code gen_ai.operation.name}
 * @param name the emitter's name of the span
 * @param position the order within the trace where times do not tell; ties are broken by id
 * @param startedAt null when not recorded
 * @param endedAt null when not recorded or still running; never before {@code startedAt}
 * @param status as the emitter set it
 * @param statusMessage the emitter's words for the status; null when it gave none
 * @param errorType the class of the error ({@code error.type}); null when the span did not fail or it is not known
 * @param input what went in, as text; for model calls the messages as OTel GenAI message JSON (an array of {@code {role,
 *     parts}}) where the emitter recorded messages; null when it was not recorded
 * @param output what came out, in the same forms
 * @param attributes what else was recorded; values are {@code String}, {@code Boolean}, {@code Long}, {@code Double}, or
 *     lists and maps of those
 * @param events in the order in which they were recorded
 */
public record Span(
        String id,
        @Nullable String parentId,
        String operation,
        String name,
        long position,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        SpanStatus status,
        @Nullable String statusMessage,
        @Nullable String errorType,
        @Nullable String input,
        @Nullable String output,
        Map<String, Object> attributes,
        List<SpanEvent> events) {

    public Span {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        if (startedAt != null && endedAt != null && endedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("endedAt must not be before startedAt, got " + endedAt);
        }
        attributes = AttributeValues.copyOf(attributes);
        events = List.copyOf(events);
    }

    /** Starts a span of which nothing but these is known. */
    public static SpanBuilder builder(String id, String operation, String name) {
        return new SpanBuilder(id, operation, name);
    }

    /** Starts a copy of this span. */
    public SpanBuilder toBuilder() {
        return new SpanBuilder(this);
    }

    /** An attribute as text: a string as it is, any other value in its Java notation. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(attributes.get(key)).map(String::valueOf);
    }

    /** A numeric attribute as a whole number; empty when it is absent or no number. */
    public Optional<Long> number(String key) {
        return attributes.get(key) instanceof Number value ? Optional.of(value.longValue()) : Optional.empty();
    }

    /** The tool that was called. */
    public Optional<String> tool() {
        return text(Attribute.TOOL_NAME);
    }

    /** Tokens in and out together; 0 when none were recorded. */
    public long tokens() {
        return number(Attribute.INPUT_TOKENS).orElse(0L)
                + number(Attribute.OUTPUT_TOKENS).orElse(0L);
    }

    /** The time that the span took; zero when it is not known. */
    public Duration duration() {
        return startedAt == null || endedAt == null ? Duration.ZERO : Duration.between(startedAt, endedAt);
    }
}
