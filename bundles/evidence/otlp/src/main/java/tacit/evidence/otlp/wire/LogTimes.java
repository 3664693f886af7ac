package tacit.evidence.otlp.wire;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the time and the name of a log event, wherever the emitter put them. */
final class LogTimes {

    private static final Pattern DOTTED_WORD = Pattern.compile("[a-z_]{1,40}(\\.[a-z_]{1,40}){1,6}");

    private LogTimes() {}

    /** The record's time, else the attribute {@code event.timestamp}, else when it was observed. */
    static @Nullable Instant at(long time, long observed, Map<String, Object> attributes) {
        Instant at = UnixNanos.instant("timeUnixNano", time);
        if (at == null && attributes.get("event.timestamp") instanceof String text) {
            at = Timestamps.parse(text);
        }
        return at == null ? UnixNanos.instant("observedTimeUnixNano", observed) : at;
    }

    /** The field, else a body that is one dotted word, else the attribute {@code event.name}. */
    static String eventName(String field, Map<String, Object> attributes, @Nullable Object body) {
        if (!field.isBlank()) {
            return field;
        }
        if (body instanceof String text && DOTTED_WORD.matcher(text).matches()) {
            return text;
        }
        return attributes.get("event.name") instanceof String name ? name : "";
    }
}
