package tacit.surface.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingChange;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.surface.settings.SettingsInForce.InForce;

/**
 * Finds what changed with generations, each change once: the history says how far the ledger was read, and has each change before
 * anybody else is told. Thread-safe.
 */
final class GenerationChanges {

    private final Generations generations;
    private final SettingsInForce inForce;
    private final SettingHistory history;
    private final Object lock = new Object();

    GenerationChanges(Generations generations, SettingsInForce inForce, SettingHistory history) {
        this.generations = generations;
        this.inForce = inForce;
        this.history = history;
    }

    /** Reads on in the ledger, and tells of what changed since. */
    void readOn(Consumer<SettingChange> others) {
        synchronized (lock) {
            long read = history.ledgerRead();
            Generation before = null;
            for (LedgerEntry entry : generations.history()) {
                if (entry.sequence() > read) {
                    tell(before, entry, others);
                    history.ledgerRead(entry.sequence());
                }
                before = entry.generation();
            }
        }
    }

    private void tell(@Nullable Generation before, LedgerEntry entry, Consumer<SettingChange> others) {
        Optional<SortedMap<String, SortedMap<String, String>>> old =
                Optional.ofNullable(before).map(Generation::configurations);
        for (SettingChange change : changes(old.orElseGet(TreeMap::new), entry)) {
            if (history.keep(change, "ledger " + entry.sequence())) {
                others.accept(change);
            }
        }
    }

    private List<SettingChange> changes(SortedMap<String, SortedMap<String, String>> before, LedgerEntry entry) {
        SortedMap<String, SortedMap<String, String>> after = entry.generation().configurations();
        List<SettingChange> changes = new ArrayList<>();
        for (String pid : names(before, after)) {
            Map<String, String> old = before.getOrDefault(pid, new TreeMap<>());
            Map<String, String> now = after.getOrDefault(pid, new TreeMap<>());
            names(old, now).stream()
                    .filter(key -> !Objects.equals(old.get(key), now.get(key)))
                    .map(key -> change(pid, key, old.get(key), now.get(key), entry))
                    .forEach(changes::add);
        }
        return changes;
    }

    private SettingChange change(
            String pid, String key, @Nullable String before, @Nullable String after, LedgerEntry entry) {
        Optional<Setting> setting = inForce.find(pid, key).map(InForce::setting);
        return new SettingChange(
                pid,
                key,
                shown(setting, pid, before),
                shown(setting, pid, after),
                entry.at(),
                entry.by(),
                entry.reason(),
                true,
                entry.generation().number());
    }

    // What no live bundle describes may be a secret
    private static @Nullable String shown(Optional<Setting> setting, String pid, @Nullable String value) {
        if (setting.isEmpty()) {
            return value == null ? null : ChangeDigest.of(pid, value);
        }
        Setting described = setting.get();
        return ChangeDigest.shown(described, value == null ? described.defaultValue() : value);
    }

    private static SortedSet<String> names(Map<String, ?> before, Map<String, ?> after) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }
}
