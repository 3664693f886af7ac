package tacit.api.harness;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns calls of API interfaces into JSON and back. Knows records, enums, strings, numbers, times, lists, sets, maps,
 * optionals of the API, and the few callbacks that roles use. Stateless and thread-safe.
 *
 * <p>A record is an object of its components without those that are null, a time or a duration is its ISO text, an empty
 * optional is null. A {@code TraceFile} is {@code {"name", "batch", "text"}}, with {@code "latin1"} for
 * {@code "text"} where it is no UTF-8 and {@code "complete":false} where more follows; a {@code TraceSink}
 * is null, and what it was told stands in the output: {@code {"answer":…,"told":[…]}}.
 */
@ProviderType
public interface Calls {

    /** The name of a method as situations carry it: {@code name(SimpleType,SimpleType)}. */
    String name(Method method);

    /**
     * Begins to record one call.
     *
     * @param arguments what the caller passes; empty for a method without parameters
     * @throws IllegalArgumentException when calls of the method cannot be carried
     */
    Recording record(Method method, @Nullable Object[] arguments);

    /**
     * Asks a provider what a situation says.
     *
     * @param type the interface of the role
     * @return the answer as JSON, {@code {"thrown":"class: message"}} when the provider threw, with {@code "told"} behind it
     *     where it has a sink; equal answers give equal text
     * @throws IllegalArgumentException when the inputs do not fit the method, the type has no such method, or the answer is
     *     not of the method's type
     * @throws IllegalStateException when the provider asks for what was not recorded, such as the rest of a file
     */
    String ask(Object provider, Class<?> type, String method, String inputs);

    /**
     * Makes the value that a method gave from its JSON.
     *
     * @return null when the method answered null
     * @throws IllegalArgumentException when the text does not fit the method's type, or holds something that was thrown
     */
    @Nullable
    Object answer(Method method, String output);
}
