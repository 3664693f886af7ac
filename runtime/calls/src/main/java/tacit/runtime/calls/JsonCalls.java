package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Calls;
import tacit.api.harness.Recording;

/** Carries calls by the declared types of their methods: a class that is no type of the API or the JDK never gets in. */
@Component
public final class JsonCalls implements Calls {

    private final Forms forms = new Forms();
    private final ConcurrentMap<Method, Answers> known = new ConcurrentHashMap<>();

    @Override
    public String name(Method method) {
        return Signature.name(method);
    }

    /**
     * Looks whether calls of a method can be carried.
     *
     * @throws IllegalArgumentException when one of its types is not known, naming it
     */
    public void check(Method method) {
        Signature.of(method, forms);
    }

    @Override
    public Recording record(Method method, @Nullable Object[] arguments) {
        return new CallRecording(answers(method), arguments);
    }

    @Override
    public String ask(Object provider, Class<?> type, String method, String inputs) {
        Answers answers = answers(Signature.find(type, method));
        Signature signature = answers.signature();
        Callbacks callbacks = new Callbacks();
        @Nullable Object[] arguments = arguments(signature, inputs, callbacks);
        String output;
        try {
            output = answers.given(signature.method().invoke(provider, arguments), callbacks);
        } catch (InvocationTargetException e) {
            output = answers.thrown(e.getTargetException(), callbacks);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(type.getName() + " must be public", e);
        }
        if (callbacks.missed()) {
            throw new IllegalStateException(
                    "Cannot ask " + method + " again: more of a file was read than its record holds");
        }
        return output;
    }

    private static @Nullable Object[] arguments(Signature signature, String inputs, Callbacks callbacks) {
        List<JsonNode> nodes = signature.arguments(inputs);
        Class<?>[] types = signature.method().getParameterTypes();
        @Nullable Object[] arguments = new @Nullable Object[nodes.size()];
        for (int i = 0; i < arguments.length; i++) {
            String place = "inputs[" + i + "]";
            JsonNode node = nodes.get(i);
            arguments[i] = signature.forms().get(i).isPresent()
                    ? signature.forms().get(i).get().readAny(node, place)
                    : callbacks.rebuilt(types[i], node, place);
        }
        return arguments;
    }

    @Override
    public @Nullable Object answer(Method method, String output) {
        return answers(method).read(output);
    }

    /** Methods of the API are kept, which never goes away; any other may belong to a bundle that does. */
    private Answers answers(Method method) {
        return Forms.isApi(method.getDeclaringClass()) ? known.computeIfAbsent(method, this::read) : read(method);
    }

    private Answers read(Method method) {
        return Answers.of(Signature.of(method, forms), forms);
    }
}
