package tacit.pulse.approvals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.SettingScope;

/** Settings that a test sets for everybody. */
final class FakeSettings implements ScopedSettings {

    final Map<String, String> set = new HashMap<>();

    @Override
    public Resolved resolve(String key, Subject subject) {
        String value = set.get(key);
        return value == null
                ? new Resolved(key, "usual", null, null)
                : new Resolved(key, value, SettingScope.PROFILE, subject.profileId());
    }

    @Override
    public List<Resolved> all(Subject subject) {
        return set.keySet().stream().map(key -> resolve(key, subject)).toList();
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
