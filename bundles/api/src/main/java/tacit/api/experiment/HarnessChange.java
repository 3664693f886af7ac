package tacit.api.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a proposal would change of the harness: bundles and settings, together or not at all. Immutable.
 *
 * @param bundles role to the hash of a staged or stored jar
 * @param configurations PID to the settings that change; a setting that is not named keeps its value
 */
public record HarnessChange(
        SortedMap<String, String> bundles, SortedMap<String, SortedMap<String, String>> configurations) {

    public HarnessChange {
        bundles = Collections.unmodifiableSortedMap(new TreeMap<>(bundles));
        SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
        for (Map.Entry<String, SortedMap<String, String>> entry : configurations.entrySet()) {
            if (entry.getValue().isEmpty()) {
                throw new IllegalArgumentException("the configuration '" + entry.getKey() + "' must change a setting");
            }
            copy.put(entry.getKey(), Collections.unmodifiableSortedMap(new TreeMap<>(entry.getValue())));
        }
        configurations = Collections.unmodifiableSortedMap(copy);
        if (bundles.isEmpty() && configurations.isEmpty()) {
            throw new IllegalArgumentException("a change must name a bundle or a setting");
        }
    }

    /** One jar for a role. */
    public static HarnessChange ofBundle(String role, String sha256) {
        return new HarnessChange(new TreeMap<>(Map.of(role, sha256)), new TreeMap<>());
    }

    /** Some settings of one configuration. */
    public static HarnessChange ofSettings(String pid, Map<String, String> settings) {
        return new HarnessChange(new TreeMap<>(), new TreeMap<>(Map.of(pid, new TreeMap<>(settings))));
    }

    /** All settings of the configurations that are changed, as they would be on top of these. */
    public SortedMap<String, SortedMap<String, String>> over(SortedMap<String, SortedMap<String, String>> inForce) {
        SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
        configurations.forEach((pid, settings) -> {
            SortedMap<String, String> merged = new TreeMap<>(inForce.getOrDefault(pid, new TreeMap<>()));
            merged.putAll(settings);
            all.put(pid, merged);
        });
        return all;
    }

    /** The places that are changed: {@code role:NAME} and {@code PID:setting}; two changes that share one are in conflict. */
    public SortedSet<String> places() {
        SortedSet<String> places = new TreeSet<>();
        bundles.keySet().forEach(role -> places.add("role:" + role));
        configurations.forEach((pid, settings) -> settings.keySet().forEach(key -> places.add(pid + ":" + key)));
        return places;
    }
}
