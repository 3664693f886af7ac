package tacit.api.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run. Immutable.
 *
 * @param level what was in force
 * @param walls the means by which, in words, such as {@code own network namespace}
 * @param startFailure why the candidate could not be started; null when it was
 * @param results one for each case, in order
 * @param took from the request to the end, in the host
 * @param processes how many child processes it took: more than one when a case ended one
 */
public record SandboxReport(
        SandboxLevel level,
        List<String> walls,
        @Nullable String startFailure,
        List<CaseResult> results,
        Duration took,
        int processes) {

    public SandboxReport {
        Objects.requireNonNull(level, "level");
        walls = List.copyOf(walls);
        results = List.copyOf(results);
        Objects.requireNonNull(took, "took");
    }
}
