package tacit.pulse.profiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Change;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of settings by scope and of what changed. Confined to one transaction. */
final class SettingRows {

    private final Session session;

    SettingRows(Session session) {
        this.session = session;
    }

    /** A number that grows with each change of what a scope says, and no sooner. */
    long version() {
        return session.selectOne("SELECT version FROM core_settings_version WHERE id = 1", row -> row.number("version"))
                .orElse(0L);
    }

    private void changed() {
        session.update("UPDATE core_settings_version SET version = version + 1 WHERE id = 1");
    }

    Optional<String> find(SettingScope scope, String scopeId, String key) {
        return session.selectOne(
                "SELECT setting_value FROM core_settings WHERE scope_kind = ? AND scope_id = ? AND setting_key = ?",
                row -> row.text("setting_value"),
                scope.name(),
                scopeId,
                key);
    }

    /** What each scope of somebody says, by key. */
    Map<SettingScope, Map<String, String>> of(Subject subject) {
        Map<SettingScope, Map<String, String>> said = new EnumMap<>(SettingScope.class);
        for (SettingScope scope : SettingScope.values()) {
            String id = scopeId(scope, subject);
            said.put(scope, id == null ? Map.of() : of(scope, id));
        }
        return said;
    }

    private Map<String, String> of(SettingScope scope, String scopeId) {
        Map<String, String> values = new HashMap<>();
        session.select(
                        "SELECT setting_key, setting_value FROM core_settings WHERE scope_kind = ? AND scope_id = ?",
                        row -> List.of(row.text("setting_key"), row.text("setting_value")),
                        scope.name(),
                        scopeId)
                .forEach(pair -> values.put(pair.get(0), pair.get(1)));
        return values;
    }

    static @Nullable String scopeId(SettingScope scope, Subject subject) {
        String workspace = subject.workspaceId();
        String user = subject.userId();
        return switch (scope) {
            case ORG -> ScopedSettings.ORG_ID;
            case WORKSPACE -> workspace;
            case PROFILE -> subject.profileId();
            case USER -> workspace == null || user == null ? null : ScopedSettings.userId(workspace, user);
        };
    }

    /** False when that is what it says already. */
    boolean put(Change change) {
        Optional<String> before = find(change.scope(), change.scopeId(), change.key());
        if (before.equals(Optional.ofNullable(change.after()))) {
            return false;
        }
        session.update(
                "DELETE FROM core_settings WHERE scope_kind = ? AND scope_id = ? AND setting_key = ?",
                change.scope().name(),
                change.scopeId(),
                change.key());
        if (change.after() != null) {
            session.update(
                    "INSERT INTO core_settings (scope_kind, scope_id, setting_key, setting_value) VALUES (?, ?, ?, ?)",
                    change.scope().name(),
                    change.scopeId(),
                    change.key(),
                    change.after());
        }
        changed();
        note(change);
        return true;
    }

    /** Answers how many there were. */
    int removeAll(SettingScope scope, String scopeId) {
        int gone = session.update(
                "DELETE FROM core_settings WHERE scope_kind = ? AND scope_id = ?", scope.name(), scopeId);
        changed();
        return gone;
    }

    /** Notes what changed between settings of a profile. */
    void note(String profileId, @Nullable ProfileSettings before, ProfileSettings after, By by) {
        for (ProfileField field : ProfileField.values()) {
            String was = before == null || before.inherited().contains(field) ? null : field.of(before);
            String is = after.inherited().contains(field) ? null : field.of(after);
            if (was == null ? is != null : !was.equals(is)) {
                String key = field.setting().key();
                note(new Change(SettingScope.PROFILE, profileId, key, was, is, by.who(), by.reason(), by.at()));
            }
        }
    }

    private void note(Change change) {
        session.update(
                "INSERT INTO core_setting_changes (scope_kind, scope_id, setting_key, value_before, value_after,"
                        + " changed_by, reason, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                change.scope().name(),
                change.scopeId(),
                change.key(),
                change.before(),
                change.after(),
                change.by(),
                change.reason(),
                change.at());
    }

    List<Change> history(SettingScope scope, String scopeId, int limit) {
        return new ArrayList<>(session.select(
                "SELECT * FROM core_setting_changes WHERE scope_kind = ? AND scope_id = ?"
                        + " ORDER BY change_no DESC LIMIT ?",
                SettingRows::change,
                scope.name(),
                scopeId,
                limit));
    }

    private static Change change(Row row) {
        return new Change(
                SettingScope.valueOf(row.text("scope_kind")),
                row.text("scope_id"),
                row.text("setting_key"),
                row.optionalText("value_before").orElse(null),
                row.optionalText("value_after").orElse(null),
                row.text("changed_by"),
                row.text("reason"),
                row.time("changed_at"));
    }

    /**
     * Who changes something.
     *
     * @param reason why
     * @param at when
     */
    record By(String who, String reason, Instant at) {}
}
