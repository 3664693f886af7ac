package tacit.evidence.otlp.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tacit.evidence.otlp.wire.Json;

/** Attributes that are being understood: each is taken at most once. Confined to one thread. */
final class Draft {

    private final Map<String, Object> rest;

    Draft(Map<String, Object> attributes) {
        rest = new LinkedHashMap<>(attributes);
    }

    /** What nobody took yet. */
    Map<String, Object> rest() {
        return rest;
    }

    boolean has(String key) {
        return rest.containsKey(key);
    }

    /** Looks without taking; null when absent or blank. */
    @Nullable
    String peek(String key) {
        return text(rest.get(key));
    }

    @Nullable
    Object take(String key) {
        return rest.remove(key);
    }

    /** Takes a value as text; null when absent or blank. */
    @Nullable
    String takeText(String key) {
        return text(rest.remove(key));
    }

    /** Takes the first of several spellings that is there, and drops the others. */
    @Nullable
    String takeFirst(String... keys) {
        String found = null;
        for (String key : keys) {
            String text = takeText(key);
            found = found == null ? text : found;
        }
        return found;
    }

    /** Moves a value to another key, unless something stands there already. */
    void rename(String from, String to) {
        Object value = rest.remove(from);
        if (value != null) {
            rest.putIfAbsent(to, value);
        }
    }

    /** Moves a number, which may be written as text, to another key unless something stands there already. */
    void renameNumber(String from, String to) {
        Object value = rest.remove(from);
        Object number = value == null ? null : number(value);
        if (number != null) {
            rest.putIfAbsent(to, number);
        }
    }

    void put(String key, @Nullable Object value) {
        if (value != null) {
            rest.putIfAbsent(key, value);
        }
    }

    void drop(Predicate<String> keys) {
        rest.keySet().removeIf(keys);
    }

    /** A whole number where the text is one, else a real one; null when it is no number. */
    static @Nullable Object number(Object value) {
        if (value instanceof Number) {
            return value;
        }
        String text = String.valueOf(value).strip();
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notWhole) {
            return real(text);
        }
    }

    private static @Nullable Object real(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = Json.text(value);
        return text.isBlank() ? null : text;
    }
}
