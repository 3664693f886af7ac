package tacit.api.guard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool, made or about to be made. Immutable.
 *
 * @param tool the name of the tool; never blank
 * @param arguments by name: texts, truth values, numbers, lists and maps of those, null where a value was given as null; whole
 *     numbers are kept as {@code Long} and others as {@code Double}, so that a call is the same from whatever it was read
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
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        arguments.forEach((name, value) -> kept.put(name, kept(value)));
        arguments = Collections.unmodifiableMap(kept);
    }

    /** A call of a tool of which nothing is declared. */
    public static ToolCall of(String tool, Map<String, @Nullable Object> arguments) {
        return new ToolCall(tool, arguments, null);
    }

    private static @Nullable Object kept(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(kept(element)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, element) -> copy.put(String.valueOf(name), kept(element)));
            return Collections.unmodifiableMap(copy);
        }
        throw new IllegalArgumentException("arguments must hold texts, truth values, numbers, lists and maps, got a "
                + value.getClass().getName());
    }

    /** What is too large for a {@code Long} is kept as text, as it would be another number otherwise. */
    private static Object number(Number number) {
        if (number instanceof BigInteger large) {
            return large.bitLength() < Long.SIZE ? (Object) large.longValue() : large.toString();
        }
        boolean real = number instanceof Double || number instanceof Float || number instanceof BigDecimal;
        return real ? (Object) number.doubleValue() : (Object) number.longValue();
    }
}
