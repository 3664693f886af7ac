package tacit.evidence.otlp.map;

import org.jspecify.annotations.Nullable;

/** Reads attribute values of log events, which write numbers as text. */
public final class EventAttributes {

    private EventAttributes() {}

    /** A whole number; null when it is none. */
    public static @Nullable Long whole(@Nullable Object value) {
        return value != null && Draft.number(value) instanceof Number number ? number.longValue() : null;
    }
}
