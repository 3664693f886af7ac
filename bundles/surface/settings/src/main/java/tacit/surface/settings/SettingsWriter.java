package tacit.surface.settings;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Setting;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;

/** Puts settings into force; what does not take one leaves all as it was. Thread-safe where its callers take turns. */
final class SettingsWriter {

    /** What a change is made by: it can not be taken down under its own change. */
    private static final String FOUNDATION = "tacit\\.(store|surface|runtime)\\..*";

    private final SettingsFiles files;
    private final HostSettings host;
    private final LiveComponents components;
    private final Generations generations;

    SettingsWriter(SettingsFiles files, HostSettings host, LiveComponents components, Generations generations) {
        this.files = files;
        this.host = host;
        this.components = components;
        this.generations = generations;
    }

    /** Whether a change holds at once, and not only from the next start of the host on. */
    static boolean live(Setting setting) {
        return setting.role() != null || !setting.pid().matches(FOUNDATION);
    }

    void write(Setting setting, @Nullable String value, String by, String reason) {
        if (setting.role() != null) {
            activate(setting, value, by, reason);
        } else if (live(setting)) {
            configure(setting.pid(), setting.key(), value);
        } else {
            files.set(setting.pid(), setting.key(), value);
        }
    }

    private void activate(Setting setting, @Nullable String value, String by, String reason) {
        SortedMap<String, String> settings = new TreeMap<>(generations
                .active()
                .map(Generation::configurations)
                .map(all -> all.get(setting.pid()))
                .orElseGet(TreeMap::new));
        if (value == null) {
            settings.remove(setting.key());
        } else {
            settings.put(setting.key(), value);
        }
        ActivationReport report = generations.activate(new ActivationRequest(
                new TreeMap<>(), Set.of(), new TreeMap<>(Map.of(setting.pid(), settings)), by, reason, null));
        report.failure().ifPresent(step -> {
            throw refused(setting.pid(), setting.key(), step.detail());
        });
    }

    private void configure(String pid, String key, @Nullable String value) {
        Optional<String> fileBefore = files.text(pid);
        String before = host.value(pid, key).orElse(null);
        files.set(pid, key, value);
        host.set(pid, key, value);
        Optional<String> refusal = components.refusal(pid, key, value);
        if (refusal.isPresent()) {
            files.replace(pid, fileBefore.orElse(null));
            host.set(pid, key, before);
            components.refusal(pid, key, before);
            throw refused(pid, key, refusal.get());
        }
    }

    private static IllegalStateException refused(String pid, String key, String why) {
        return new IllegalStateException("Cannot set '" + key + "' of '" + pid + "': " + why);
    }
}
