package tacit.surface.mission.view;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What panels give, as what templates may hold: texts, numbers, booleans, null, and lists and maps of them. Times become ISO texts,
 * durations seconds, enums lower case words, records maps of their components. Nothing else passes, so that a template can call
 * nothing.
 */
final class Values {

    private static final int DEEPEST = 20;

    private Values() {}

    static Map<String, Object> of(Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>();
        values.forEach((name, value) -> all.put(name, plain(value, 0)));
        return all;
    }

    private static @Nullable Object plain(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("values must be at most " + DEEPEST + " deep");
        }
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof CharSequence || value instanceof Instant || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Duration duration) {
            return duration.toNanos() / 1e9;
        }
        return several(value, depth + 1);
    }

    private static @Nullable Object several(Object value, int depth) {
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null), depth);
        }
        if (value instanceof Collection<?> collection) {
            List<@Nullable Object> list = new ArrayList<>(collection.size());
            collection.forEach(part -> list.add(plain(part, depth)));
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            map.forEach((name, part) -> all.put(String.valueOf(plain(name, depth)), plain(part, depth)));
            return all;
        }
        if (value instanceof Record row) {
            return components(row, depth);
        }
        throw new IllegalArgumentException("values must be texts, numbers, times, records, lists or maps, got "
                + value.getClass().getName());
    }

    // Asked each time: what is kept of a panel's classes would outlive its bundle
    private static Map<String, @Nullable Object> components(Record row, int depth) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        try {
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                all.put(component.getName(), plain(component.getAccessor().invoke(row), depth));
            }
            return all;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "Cannot read record " + row.getClass().getName(), e);
        }
    }
}
