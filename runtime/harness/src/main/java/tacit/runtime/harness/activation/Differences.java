package tacit.runtime.harness.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.GenerationDiff.RoleChange;
import tacit.api.generation.GenerationDiff.SettingChange;

/** Compares generations. */
final class Differences {

    private Differences() {}

    /** @param from empty for the state before the first generation, number 0 */
    static GenerationDiff between(Optional<Generation> from, Generation to) {
        SortedMap<String, Artifact> rolesBefore = from.map(Generation::roles).orElseGet(TreeMap::new);
        SortedMap<String, SortedMap<String, String>> settingsBefore =
                from.map(Generation::configurations).orElseGet(TreeMap::new);
        return new GenerationDiff(
                from.map(Generation::number).orElse(0L),
                to.number(),
                roles(rolesBefore, to.roles()),
                settings(settingsBefore, to.configurations()));
    }

    private static List<RoleChange> roles(Map<String, Artifact> before, Map<String, Artifact> after) {
        return names(before, after).stream()
                .filter(role -> !Objects.equals(before.get(role), after.get(role)))
                .map(role -> new RoleChange(role, before.get(role), after.get(role)))
                .toList();
    }

    private static List<SettingChange> settings(
            Map<String, SortedMap<String, String>> before, Map<String, SortedMap<String, String>> after) {
        List<SettingChange> changes = new ArrayList<>();
        for (String pid : names(before, after)) {
            Map<String, String> old = before.getOrDefault(pid, new TreeMap<>());
            Map<String, String> now = after.getOrDefault(pid, new TreeMap<>());
            names(old, now).stream()
                    .filter(key -> !Objects.equals(old.get(key), now.get(key)))
                    .map(key -> new SettingChange(pid, key, old.get(key), now.get(key)))
                    .forEach(changes::add);
        }
        return changes;
    }

    private static SortedSet<String> names(Map<String, ?> before, Map<String, ?> after) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }
}
