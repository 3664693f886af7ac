package tacit.api.execute;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an execution went. Immutable.
 *
 * @param succeeded whether it did what it should
 * @param output what it said, bounded and redacted when it is kept
 * @param error what went wrong, in a line; null for nothing
 * @param environmental whether the world was in the way rather than the work: a network, a quota, a missing program
 * @param tokens it used; 0 when it does not say
 * @param micros it cost in millionths of a dollar; 0 when it does not say
 * @param traceId the trace that it left; null for none
 * @param facts what else is known, by name, such as {@code exit}
 */
public record TaskResult(
        boolean succeeded,
        String output,
        @Nullable String error,
        boolean environmental,
        long tokens,
        long micros,
        @Nullable String traceId,
        Map<String, String> facts) {

    public TaskResult {
        Objects.requireNonNull(output, "output");
        facts = Map.copyOf(facts);
        if (tokens < 0 || micros < 0) {
            throw new IllegalArgumentException("tokens and micros must not be negative");
        }
    }

    public static TaskResult done(String output) {
        return new TaskResult(true, output, null, false, 0, 0, null, Map.of());
    }

    public static TaskResult failed(String error) {
        return new TaskResult(false, "", error, false, 0, 0, null, Map.of());
    }

    /** The world was in the way. */
    public static TaskResult unavailable(String error) {
        return new TaskResult(false, "", error, true, 0, 0, null, Map.of());
    }
}
