package tacit.api.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies attribute maps so that nobody can change them later, and refuses what is not a JSON value. */
final class AttributeValues {

    private AttributeValues() {}

    static Map<String, Object> copyOf(Map<String, ?> attributes) {
        Map<String, Object> copy = new LinkedHashMap<>();
        attributes.forEach((key, value) -> copy.put(key, checked(key, value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object checked(String key, @Nullable Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Double) {
            return value;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(checked(key, element)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, element) -> copy.put(String.valueOf(name), checked(key, element)));
            return Collections.unmodifiableMap(copy);
        }
        throw new IllegalArgumentException("Attribute '" + key + "' must be a JSON value other than null, got "
                + (value == null ? "null" : value.getClass().getName()));
    }
}
