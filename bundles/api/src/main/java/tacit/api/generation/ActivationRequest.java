package tacit.api.generation;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change of the harness: several bundles and settings that become active together or not at all. Immutable.
 *
 * @param bundles role to the hash of a staged or stored jar; a role that is not named keeps its bundle
 * @param removed roles that the new generation shall not have
 * @param configurations PID to all its settings, in place of those it has; an empty map brings the defaults back
 * @param by who asks for it
 * @param reason why
 * @param experimentId the experiment that proved it; null when there is none
 */
public record ActivationRequest(
        SortedMap<String, String> bundles,
        Set<String> removed,
        SortedMap<String, SortedMap<String, String>> configurations,
        String by,
        String reason,
        @Nullable String experimentId) {

    public ActivationRequest {
        bundles = Collections.unmodifiableSortedMap(new TreeMap<>(bundles));
        removed = Set.copyOf(removed);
        SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
        for (Map.Entry<String, SortedMap<String, String>> entry : configurations.entrySet()) {
            copy.put(entry.getKey(), Collections.unmodifiableSortedMap(new TreeMap<>(entry.getValue())));
        }
        configurations = Collections.unmodifiableSortedMap(copy);
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
    }
}
