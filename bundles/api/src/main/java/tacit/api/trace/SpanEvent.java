package tacit.api.trace;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at one moment of a span. Immutable.
 *
 * @param name what happened, such as {@code exception}
 * @param at when; null when that is not recorded
 * @param attributes details; the same kinds of values as in {@link Span#attributes}
 */
public record SpanEvent(String name, @Nullable Instant at, Map<String, Object> attributes) {

    /** The name of an event that records an exception. */
    public static final String EXCEPTION = "exception";

    public SpanEvent {
        Objects.requireNonNull(name, "name");
        attributes = AttributeValues.copyOf(attributes);
    }
}
