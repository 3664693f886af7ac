package tacit.api.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is known of a span. Confined to one thread. */
public final class SpanBuilder {

    private final String id;
    private @Nullable String parentId;
    private String operation;
    private String name;
    private long position;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private SpanStatus status = SpanStatus.UNSET;
    private @Nullable String statusMessage;
    private @Nullable String errorType;
    private @Nullable String input;
    private @Nullable String output;
    private Map<String, Object> attributes = new LinkedHashMap<>();
    private List<SpanEvent> events = new ArrayList<>();

    SpanBuilder(String id, String operation, String name) {
        this.id = id;
        this.operation = operation;
        this.name = name;
    }

    SpanBuilder(Span span) {
        this(span.id(), span.operation(), span.name());
        parentId = span.parentId();
        position = span.position();
        startedAt = span.startedAt();
        endedAt = span.endedAt();
        status = span.status();
        statusMessage = span.statusMessage();
        errorType = span.errorType();
        input = span.input();
        output = span.output();
        attributes.putAll(span.attributes());
        events.addAll(span.events());
    }

    public SpanBuilder parentId(@Nullable String value) {
        parentId = value;
        return this;
    }

    public SpanBuilder operation(String value) {
        operation = value;
        return this;
    }

    public SpanBuilder name(String value) {
        name = value;
        return this;
    }

    public SpanBuilder position(long value) {
        position = value;
        return this;
    }

    public SpanBuilder startedAt(@Nullable Instant value) {
        startedAt = value;
        return this;
    }

    public SpanBuilder endedAt(@Nullable Instant value) {
        endedAt = value;
        return this;
    }

    public SpanBuilder status(SpanStatus value) {
        status = value;
        return this;
    }

    public SpanBuilder statusMessage(@Nullable String value) {
        statusMessage = value;
        return this;
    }

    public SpanBuilder errorType(@Nullable String value) {
        errorType = value;
        return this;
    }

    public SpanBuilder input(@Nullable String value) {
        input = value;
        return this;
    }

    public SpanBuilder output(@Nullable String value) {
        output = value;
        return this;
    }

    /** Sets one attribute; null removes it. */
    public SpanBuilder attribute(String key, @Nullable Object value) {
        if (value == null) {
            attributes.remove(key);
        } else {
            attributes.put(key, value);
        }
        return this;
    }

    /** Replaces all attributes. */
    public SpanBuilder attributes(Map<String, ?> values) {
        attributes = new LinkedHashMap<>(values);
        return this;
    }

    public SpanBuilder event(SpanEvent value) {
        events.add(value);
        return this;
    }

    /** Replaces all events. */
    public SpanBuilder events(List<SpanEvent> values) {
        events = new ArrayList<>(values);
        return this;
    }

    public Span build() {
        return new Span(
                id,
                parentId,
                operation,
                name,
                position,
                startedAt,
                endedAt,
                status,
                statusMessage,
                errorType,
                input,
                output,
                attributes,
                events);
    }
}
