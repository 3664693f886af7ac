package tacit.api.learn;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key of a family of failures: what was done, with which tool, what went wrong, at which stage. Immutable.
 *
 * @param operation the operation of the span
 * @param tool the tool; null when none was called
 * @param category the kind of failure
 * @param template the message with numbers, ids, paths, quoted literals and times masked; may be empty
 * @param stage where in the run: {@code first}, {@code middle}, {@code last} or {@code whole}
 */
public record Signature(String operation, @Nullable String tool, String category, String template, String stage) {

    public Signature {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(stage, "stage");
    }
}
