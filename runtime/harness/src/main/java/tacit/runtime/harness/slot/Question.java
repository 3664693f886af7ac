package tacit.runtime.harness.slot;

import java.util.Objects;

/**
 * Something that a role can be asked. Immutable.
 *
 * @param method name and parameter types
 * @param inputs the arguments as a JSON array
 * @param recorded whether it was asked in earnest before: then what is said about it holds no content
 * @param mayThrow whether the one who was asked threw
 */
public record Question(String method, String inputs, boolean recorded, boolean mayThrow) {

    public Question {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(inputs, "inputs");
    }
}
