package tacit.api.guard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool, made or about to be made. Immutable.
 *
 * @param tool the name of the tool; never blank
 * @param arguments by name: texts, numbers, booleans, lists and maps of those, null where a value was given as null
 * @param role what the agent declares that the tool does; null when it does not say
 */
public record ToolCall(
        String tool,
        Map<String, @Nullable Object> arguments,
        @Nullable ToolRole role) {

    public ToolCall {
        Objects.requireNonNull(tool, "tool");
        if (tool.isBlank()) {
            throw new IllegalArgumentException("tool must not be blank");
        }
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** A call of a tool of which nothing is declared. */
    public static ToolCall of(String tool, Map<String, @Nullable Object> arguments) {
        return new ToolCall(tool, arguments, null);
    }
}
