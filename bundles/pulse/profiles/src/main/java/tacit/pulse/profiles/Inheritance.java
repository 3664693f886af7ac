package tacit.pulse.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ScopedSettings.Resolved;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingScope;

/**
 * Finds what counts for somebody: what the narrowest scope says that says anything, else the default.
 *
 * @param said what each scope says, by key
 * @param subject for whom
 * @param profile that of the subject; null for none
 */
record Inheritance(
        Map<SettingScope, Map<String, String>> said,
        Subject subject,
        @Nullable Stored profile) {

    Resolved of(CoreSetting setting) {
        List<SettingScope> scopes = new ArrayList<>(setting.scopes());
        for (int i = scopes.size() - 1; i >= 0; i--) {
            SettingScope scope = scopes.get(i);
            Optional<String> value = value(scope, setting);
            if (value.isPresent()) {
                return new Resolved(setting.key(), value.get(), scope, SettingRows.scopeId(scope, subject));
            }
        }
        return new Resolved(setting.key(), usual(setting), null, null);
    }

    private Optional<String> value(SettingScope scope, CoreSetting setting) {
        ProfileField field = field(setting);
        if (scope == SettingScope.PROFILE && field != null) {
            return Optional.ofNullable(profile)
                    .filter(stored -> stored.owns(field))
                    .map(stored -> field.of(stored.profile().settings()));
        }
        return Optional.ofNullable(said.getOrDefault(scope, Map.of()).get(setting.key()))
                .flatMap(value -> usable(setting, value));
    }

    // What an older or newer version of this host kept may not fit; then the next wider counts
    private static Optional<String> usable(CoreSetting setting, String value) {
        try {
            return Optional.of(setting.rule().checked(setting.key(), value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String usual(CoreSetting setting) {
        ProfileField field = field(setting);
        return field == null || profile == null
                ? setting.rule().usual()
                : field.of(profile.preset().settings());
    }

    /** The settings of the profile with what scopes say where it inherits. */
    static ProfileSettings settled(Stored profile, Inheritance scopes) {
        ProfileSettings settled = profile.profile().settings();
        for (ProfileField field : ProfileField.values()) {
            if (!profile.owns(field)) {
                settled = settled.inheriting(field, scopes.of(field.setting()).value());
            }
        }
        return settled;
    }

    /** The field of a profile that a setting is; null for none. */
    static @Nullable ProfileField field(CoreSetting setting) {
        for (ProfileField field : ProfileField.values()) {
            if (field.setting() == setting) {
                return field;
            }
        }
        return null;
    }
}
