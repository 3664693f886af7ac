package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;

/**
 * A method as calls carry it. Immutable.
 *
 * @param method the method of the interface
 * @param forms of its parameters; empty for a callback
 * @param answer of its result; empty when it gives none
 */
record Signature(Method method, List<Optional<Form>> forms, Optional<Form> answer) {

    /**
     * Reads a method.
     *
     * @throws IllegalArgumentException when calls cannot carry one of its types
     */
    static Signature of(Method method, Forms known) {
        List<Optional<Form>> forms = Arrays.stream(method.getGenericParameterTypes())
                .map(type -> isCallback(type) ? Optional.<Form>empty() : Optional.of(known.of(type)))
                .toList();
        boolean gives = method.getReturnType() != void.class;
        return new Signature(
                method, forms, gives ? Optional.of(known.of(method.getGenericReturnType())) : Optional.empty());
    }

    /** The method of an interface with this name. */
    static Method find(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> name(method).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "method must be one of " + type.getName() + ", got '" + name + "'"));
    }

    static String name(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    /** Whether the answer stands inside an object: beside what callbacks were told, or where it could be taken for what was thrown. */
    boolean enveloped() {
        Class<?> type = method.getReturnType();
        return forms.stream().anyMatch(Optional::isEmpty) || type == Object.class || Map.class.isAssignableFrom(type);
    }

    /** The JSON of each argument. */
    List<JsonNode> arguments(String inputs) {
        JsonNode array = JsonText.read(inputs, "inputs");
        if (!array.isArray() || array.size() != forms.size()) {
            throw new IllegalArgumentException("inputs must be an array of the " + forms.size() + " arguments of "
                    + name(method) + ", got " + (array.isArray() ? array.size() + " elements" : "something else"));
        }
        return List.copyOf(array.valueStream().toList());
    }

    private static boolean isCallback(@Nullable Type type) {
        return type == TraceFile.class || type == TraceSink.class;
    }
}
