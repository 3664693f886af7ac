package tacit.runtime.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.SettingScope;

/** Settings that a test makes for workspaces; everything else is as usual. */
public final class FakeSettings implements ScopedSettings {

    private final Map<String, String> values = new HashMap<>();

    public FakeSettings with(String workspaceId, CoreSetting setting, String value) {
        values.put(workspaceId + "/" + setting.key(), setting.rule().checked(setting.key(), value));
        return this;
    }

    @Override
    public Resolved resolve(String key, Subject subject) {
        String usual = CoreSetting.find(key).orElseThrow().rule().usual();
        return new Resolved(key, values.getOrDefault(subject.workspaceId() + "/" + key, usual), null, null);
    }

    @Override
    public List<Resolved> all(Subject subject) {
        return List.of();
    }

    @Override
    public Optional<String> set(
            SettingScope scope, String scopeId, String key, @Nullable String value, String by, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Change> history(SettingScope scope, String scopeId, int limit) {
        return List.of();
    }
}
