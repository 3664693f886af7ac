package tacit.api.harness;

import java.util.Objects;

/**
 * What a provider asked somebody else inside a recorded call. Immutable.
 *
 * @param target the role, or the name of the host's service interface
 * @param method name and parameter types
 * @param inputs the arguments as a JSON array
 * @param output the answer as JSON; {@code {"thrown":"class: message"}} when it threw
 */
public record InnerCall(String target, String method, String inputs, String output) {

    public InnerCall {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(output, "output");
    }
}
