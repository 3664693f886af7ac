package tacit.learn.experiments;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.experiment.HarnessChange;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Generation;

/** What stands in the places of a change, and the requests that put something else there. Pure functions. */
final class Places {

    private Places() {}

    /** What a generation has in the places of a change, in their order; empty for a default or a role without bundle. */
    static List<Optional<String>> values(Generation generation, HarnessChange change) {
        Map<String, String> standing = new HashMap<>();
        generation.roles().forEach((role, artifact) -> standing.put(ofRole(role), artifact.sha256()));
        generation
                .configurations()
                .forEach((pid, settings) -> settings.forEach((key, value) -> standing.put(ofSetting(pid, key), value)));
        return ordered(change, standing);
    }

    /** What the change puts into its places, in their order. */
    static List<Optional<String>> wanted(HarnessChange change) {
        Map<String, String> wanted = new HashMap<>();
        change.bundles().forEach((role, hash) -> wanted.put(ofRole(role), hash));
        change.configurations()
                .forEach((pid, settings) -> settings.forEach((key, value) -> wanted.put(ofSetting(pid, key), value)));
        return ordered(change, wanted);
    }

    private static List<Optional<String>> ordered(HarnessChange change, Map<String, String> values) {
        return change.places().stream()
                .map(place -> Optional.ofNullable(values.get(place)))
                .toList();
    }

    private static String ofRole(String role) {
        return "role:" + role;
    }

    private static String ofSetting(String pid, String key) {
        return pid + ":" + key;
    }

    /** All settings of the configurations that the change touches, as they would be with it. */
    static SortedMap<String, SortedMap<String, String>> configurations(Generation generation, HarnessChange change) {
        return change.over(generation.configurations());
    }

    /** The request that makes the change on top of a generation. */
    static ActivationRequest make(
            Generation generation, HarnessChange change, String by, String why, String experimentId) {
        return new ActivationRequest(
                change.bundles(), Set.of(), configurations(generation, change), by, why, experimentId);
    }

    /** The request that brings back what stood in the places before, and keeps the rest of a generation as it is. */
    static ActivationRequest undo(
            Generation generation, HarnessChange change, List<Optional<String>> before, String by, String why) {
        Map<String, Optional<String>> old = new HashMap<>();
        Iterator<Optional<String>> values = before.iterator();
        change.places().forEach(place -> old.put(place, values.next()));
        SortedMap<String, String> bundles = new TreeMap<>();
        Set<String> removed = new HashSet<>();
        for (String role : change.bundles().keySet()) {
            old.getOrDefault(ofRole(role), Optional.empty())
                    .ifPresentOrElse(hash -> bundles.put(role, hash), () -> removed.add(role));
        }
        SortedMap<String, SortedMap<String, String>> all = configurations(generation, change);
        change.configurations().forEach((pid, settings) -> settings.keySet().forEach(key -> {
            SortedMap<String, String> target = all.getOrDefault(pid, new TreeMap<>());
            old.getOrDefault(ofSetting(pid, key), Optional.empty())
                    .ifPresentOrElse(value -> target.put(key, value), () -> target.remove(key));
        }));
        return new ActivationRequest(bundles, removed, all, by, why, null);
    }
}
