package tacit.api.harness;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One recorded question to a role: all that is needed to ask it again. Immutable.
 *
 * @param role the role, or its family where several providers stand side by side
 * @param method name and parameter types, such as {@code template(String,String)}
 * @param inputs the arguments as a JSON array
 * @param clock what the clock showed during the call
 * @param seed of the {@link java.util.SplittableRandom} that provided the random numbers of the call
 * @param inner what the provider asked others inside the call, in order, and what they answered
 */
public record Situation(String role, String method, String inputs, Instant clock, long seed, List<InnerCall> inner) {

    public Situation {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(clock, "clock");
        inner = List.copyOf(inner);
    }
}
