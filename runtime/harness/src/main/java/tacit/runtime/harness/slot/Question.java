package tacit.runtime.harness.slot;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that a role can be asked. Immutable.
 *
 * @param method name and parameter types
 * @param inputs the arguments as a JSON array
 * @param time what the clock shows meanwhile
 * @param seed of the random numbers meanwhile
 * @param recorded whether it was asked in earnest before: then what is said about it holds no content
 * @param mayThrow whether the one who was asked threw
 */
public record Question(String method, String inputs, Instant time, long seed, boolean recorded, boolean mayThrow) {

    public Question {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(time, "time");
    }
}
