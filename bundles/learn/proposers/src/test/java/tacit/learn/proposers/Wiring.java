package tacit.learn.proposers;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.runtime.testkit.Configurations;

/**
 * Makes a component as a host does it: services by their type, other components of its bundle in turn, settings of the
 * component itself. A service that a test has not got answers nothing.
 */
public final class Wiring {

    private final List<Object> services;
    private final Map<String, ?> settings;

    public Wiring(List<Object> services, Map<String, ?> settings) {
        this.services = List.copyOf(services);
        this.settings = settings;
    }

    public <T> T make(Class<T> type) {
        Constructor<?> widest = Arrays.stream(type.getConstructors())
                .max((one, other) -> Integer.compare(one.getParameterCount(), other.getParameterCount()))
                .orElseThrow();
        try {
            List<Object> values = new ArrayList<>();
            for (Parameter parameter : widest.getParameters()) {
                values.add(value(parameter));
            }
            return type.cast(widest.newInstance(values.toArray()));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Cannot make " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    private Object value(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == List.class) {
            Class<?> element =
                    (Class<?>) ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0];
            return services.stream().filter(element::isInstance).toList();
        }
        if (type.isAnnotation()) {
            return Configurations.of(type, settings);
        }
        Optional<Object> service = services.stream().filter(type::isInstance).findFirst();
        return service.orElseGet(() -> type.isInterface() ? silent(type) : make(type));
    }

    private static Object silent(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> Objects.requireNonNullElse(
                        nothing(method.getReturnType()),
                        method.getName().equals("toString") ? type.getSimpleName() : List.of()));
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }
}
