package tacit.api.sandbox;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One candidate and what to ask it. Immutable.
 *
 * @param sha256 the hash of the bundle's jar in the store of artifacts
 * @param configurations PID to settings
 * @param cases what to ask, in order
 * @param deadline for each case
 * @param minimum the run is refused where the system allows less
 */
public record SandboxRun(
        String sha256,
        SortedMap<String, SortedMap<String, String>> configurations,
        List<SandboxCase> cases,
        Duration deadline,
        SandboxLevel minimum) {

    public SandboxRun {
        Objects.requireNonNull(sha256, "sha256");
        SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
        for (Map.Entry<String, SortedMap<String, String>> entry : configurations.entrySet()) {
            copy.put(entry.getKey(), Collections.unmodifiableSortedMap(new TreeMap<>(entry.getValue())));
        }
        configurations = Collections.unmodifiableSortedMap(copy);
        cases = List.copyOf(cases);
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be positive, got " + deadline);
        }
        Objects.requireNonNull(minimum, "minimum");
    }
}
