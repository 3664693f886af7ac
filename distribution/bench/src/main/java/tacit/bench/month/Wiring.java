package tacit.bench.month;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.runtime.testkit.Configurations;

/**
 * Puts components of the host together without a framework, as it would: each is made by its constructor from others, and gets its
 * dynamic references afterwards. Confined to one thread.
 */
final class Wiring {

    private final List<Object> given = new ArrayList<>();
    private final List<Class<?>> components;
    private final Map<Class<?>, Object> made = new LinkedHashMap<>();
    private final Map<Class<?>, Map<String, ?>> settings = new HashMap<>();

    Wiring(List<Class<?>> components) {
        this.components = List.copyOf(components);
    }

    /** Something that no component makes: the outside world. */
    void give(Object service) {
        given.add(service);
    }

    /** What a component is configured with; everything else has its default. */
    void configure(Class<?> component, Map<String, ?> values) {
        settings.put(component, values);
    }

    <T> T get(Class<T> type) {
        for (Object service : given) {
            if (type.isInstance(service)) {
                return type.cast(service);
            }
        }
        Class<?> component = components.stream()
                .filter(type::isAssignableFrom)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing provides " + type.getName()));
        Object known = made.get(component);
        if (known == null) {
            known = make(component);
            made.put(component, known);
        }
        return type.cast(known);
    }

    private Object make(Class<?> component) {
        Constructor<?> constructor = Arrays.stream(component.getConstructors())
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new IllegalStateException(component.getName() + " has no public constructor"));
        Object[] parts = Arrays.stream(constructor.getParameterTypes())
                .map(type -> type.isAnnotation() ? configuration(component, type) : get(type))
                .toArray();
        try {
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Cannot make " + component.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + component.getName(), e);
        }
    }

    private Object configuration(Class<?> component, Class<?> type) {
        return Configurations.of(type, settings.getOrDefault(component, Map.of()));
    }

    /** Sets the dynamic references of everything that was made. */
    void connect() {
        for (Object component : List.copyOf(made.values())) {
            for (Field field : component.getClass().getDeclaredFields()) {
                if (Modifier.isVolatile(field.getModifiers()) && field.getType().isInterface()) {
                    connect(component, field);
                }
            }
        }
    }

    private void connect(Object component, Field field) {
        boolean provided = given.stream().anyMatch(field.getType()::isInstance)
                || components.stream().anyMatch(field.getType()::isAssignableFrom);
        if (!provided) {
            return;
        }
        try {
            field.setAccessible(true);
            field.set(component, get(field.getType()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot connect " + field, e);
        }
    }
}
