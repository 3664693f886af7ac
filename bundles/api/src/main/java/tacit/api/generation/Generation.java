package tacit.api.generation;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One state of the harness. Immutable; nothing but a generation changes the harness.
 *
 * @param number from 1, never used twice
 * @param parent the generation that it was made from; null for the first
 * @param createdAt when
 * @param createdBy who
 * @param reason why
 * @param roles role to the bundle that fills it
 * @param configurations PID to its settings; a PID that is absent has its defaults
 * @param experimentId the experiment that this promotes; null when an operator made it
 */
public record Generation(
        long number,
        @Nullable Long parent,
        Instant createdAt,
        String createdBy,
        String reason,
        SortedMap<String, Artifact> roles,
        SortedMap<String, SortedMap<String, String>> configurations,
        @Nullable String experimentId) {

    public Generation {
        if (number < 1) {
            throw new IllegalArgumentException("number must be at least 1, got " + number);
        }
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(reason, "reason");
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
        SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
        for (Map.Entry<String, SortedMap<String, String>> entry : configurations.entrySet()) {
            copy.put(entry.getKey(), Collections.unmodifiableSortedMap(new TreeMap<>(entry.getValue())));
        }
        configurations = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * What stands in a setting of the bundle that fills a role, which is looked for in the configurations whose PID begins with its
     * symbolic name; empty for the default.
     */
    public Optional<String> setting(String role, String key) {
        Artifact bundle = roles.get(role);
        return bundle == null
                ? Optional.empty()
                : configurations.entrySet().stream()
                        .filter(one -> one.getKey().startsWith(bundle.symbolicName() + "."))
                        .flatMap(one -> Optional.ofNullable(one.getValue().get(key)).stream())
                        .findFirst();
    }

    /** Whether another generation decides in the same way: same bundles, same settings. */
    public boolean sameAs(Generation other) {
        return roles.equals(other.roles) && configurations.equals(other.configurations);
    }
}
