package tacit.surface.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingSource;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;

/** Every setting that live bundles describe, with what it is and who says so. Thread-safe. */
final class SettingsInForce {

    private final LiveBundles bundles;
    private final HostSettings host;
    private final SettingsFiles files;
    private final Generations generations;

    SettingsInForce(LiveBundles bundles, HostSettings host, SettingsFiles files, Generations generations) {
        this.bundles = bundles;
        this.host = host;
        this.files = files;
        this.generations = generations;
    }

    /** Its value where it is known, also of a secret: for nobody but who compares. */
    record InForce(Setting setting, @Nullable String value) {}

    List<InForce> all() {
        SortedMap<String, SortedMap<String, String>> configured =
                generations.active().map(Generation::configurations).orElseGet(TreeMap::new);
        Map<String, InForce> all = new TreeMap<>();
        for (LiveBundles.Live live : bundles.all()) {
            for (DescribedSetting described : LiveBundles.settings(live.bundle())) {
                inForce(live, described, configured)
                        .forEach(one -> all.putIfAbsent(
                                one.setting().pid() + "\n" + one.setting().key(), one));
            }
        }
        return all.values().stream()
                .sorted(Comparator.comparing((InForce one) -> one.setting().pid())
                        .thenComparing(one -> one.setting().key()))
                .toList();
    }

    Optional<InForce> find(String pid, String key) {
        return all().stream()
                .filter(one ->
                        one.setting().pid().equals(pid) && one.setting().key().equals(key))
                .findFirst();
    }

    private List<InForce> inForce(
            LiveBundles.Live live,
            DescribedSetting described,
            SortedMap<String, SortedMap<String, String>> configured) {
        if (live.swappable()) {
            SortedMap<String, String> values = configured.getOrDefault(described.pid(), new TreeMap<>());
            String value = values.get(described.key());
            return List.of(of(live, described, described.pid(), value, SettingSource.GENERATION));
        }
        List<String> pids = described.factory() ? host.instances(described.pid()) : List.of(described.pid());
        List<InForce> all = new ArrayList<>();
        for (String pid : pids) {
            String value = host.value(pid, described.key()).orElse(null);
            boolean written = value != null && files.value(pid, described.key()).isPresent();
            all.add(of(live, described, pid, value, written ? SettingSource.FILE : SettingSource.HOST));
        }
        return all;
    }

    private static InForce of(
            LiveBundles.Live live,
            DescribedSetting described,
            String pid,
            @Nullable String value,
            SettingSource source) {
        boolean secret = described.rule().secret();
        String effective = value == null ? described.defaultValue() : value;
        Setting setting = new Setting(
                pid,
                described.key(),
                described.label(),
                described.description(),
                live.bundle().getSymbolicName(),
                live.swappable() ? String.join(", ", live.roles()) : null,
                described.rule(),
                described.defaultValue(),
                secret ? null : effective,
                value == null ? SettingSource.DEFAULT : source);
        return new InForce(setting, effective);
    }
}
