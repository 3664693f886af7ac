package tacit.evidence.otlp.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sent an item. Immutable.
 *
 * @param resource the attributes of the resource
 * @param scope the name of the instrumentation; empty when it has none
 */
public record Emitter(Map<String, Object> resource, String scope) {

    /** A resource attribute as text; null when it is absent or blank. */
    public @Nullable String text(String key) {
        Object value = resource.get(key);
        String text = value == null ? "" : String.valueOf(value);
        return text.isBlank() ? null : text;
    }
}
