package tacit.pulse.profiles;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.SettingRule;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Session;
import tacit.pulse.profiles.SettingRows.By;

/** Keeps settings by scope in the database, and those of profiles in the profiles. Thread-safe. */
@Component
public final class SqlScopedSettings implements ScopedSettings {

    private final Database database;
    private final AuditLog audit;
    private final Redactor redactor;
    private final Clock clock;
    private final KnownScopes scopes = new KnownScopes();

    @Activate
    public SqlScopedSettings(
            @Reference Database database,
            @Reference AuditLog audit,
            @Reference Redactor redactor,
            @Reference Clock clock) {
        this.database = database;
        this.audit = audit;
        this.redactor = redactor;
        this.clock = clock;
        database.migrate("tacit.pulse.profiles", SqlScopedSettings.class);
    }

    @Override
    public Resolved resolve(String key, Subject subject) {
        CoreSetting setting = known(key);
        return inheritance(subject, Inheritance.field(setting) != null).of(setting);
    }

    @Override
    public List<Resolved> all(Subject subject) {
        Inheritance inheritance = inheritance(subject, true);
        return Arrays.stream(CoreSetting.values()).map(inheritance::of).toList();
    }

    /**
     * Whose words count for somebody.
     *
     * @param own whether what is a profile's own is asked for
     */
    private Inheritance inheritance(Subject subject, boolean own) {
        String id = subject.profileId();
        if (!own || id == null) {
            return new Inheritance(scopes.of(database, subject, clock.instant()), subject, null);
        }
        return database.read(session -> new Inheritance(
                scopes.of(session, subject),
                subject,
                new ProfileRows(session).find(id).orElse(null)));
    }

    private static CoreSetting known(String key) {
        return CoreSetting.find(key)
                .orElseThrow(() -> new IllegalArgumentException("Cannot find setting '" + key + "'"));
    }

    @Override
    public Optional<String> set(
            SettingScope scope, String scopeId, String key, @Nullable String value, String by, String reason) {
        CoreSetting setting = known(key);
        checkScope(setting, scope, scopeId);
        String kept = value == null ? null : kept(setting, value);
        By who = new By(by, Names.reason(redactor, reason), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (scope == SettingScope.PROFILE) {
            found(database.read(session -> new ProfileRows(session).find(scopeId)), scopeId);
        }
        audit.write(by, "core.setting", key, details(scope, scopeId, kept));
        ProfileField field = Inheritance.field(setting);
        Optional<String> before = database.write(session -> scope == SettingScope.PROFILE && field != null
                ? setOfProfile(session, scopeId, field, kept, who)
                : setOfScope(session, new Change(scope, scopeId, key, null, kept, by, who.reason(), who.at())));
        scopes.changed();
        return before;
    }

    private static void checkScope(CoreSetting setting, SettingScope scope, String scopeId) {
        if (!setting.scopes().contains(scope)) {
            throw new IllegalArgumentException(setting.key() + " must be set in the scope "
                    + setting.scopes().stream().map(SqlScopedSettings::lower).collect(Collectors.joining(", "))
                    + ", got " + lower(scope));
        }
        Names.id("scopeId", scopeId);
        if (scope == SettingScope.ORG && !scopeId.equals(ORG_ID)) {
            throw new IllegalArgumentException("scopeId must be '" + ORG_ID + "', got '" + scopeId + "'");
        }
        if (scope == SettingScope.USER && !scopeId.matches("[^/]+/.+")) {
            throw new IllegalArgumentException("scopeId must be WORKSPACE/USER, got '" + scopeId + "'");
        }
    }

    private static String lower(SettingScope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private String kept(CoreSetting setting, String value) {
        String checked = setting.rule().checked(setting.key(), value);
        boolean free =
                setting.rule().type() == SettingRule.Type.TEXT || setting.rule().type() == SettingRule.Type.TEXTS;
        return free ? redactor.redact(checked).text() : checked;
    }

    private static Map<String, String> details(SettingScope scope, String scopeId, @Nullable String value) {
        Map<String, String> details = new HashMap<>(Map.of("scope", lower(scope), "scopeId", scopeId));
        if (value != null) {
            details.put("value", value);
        }
        return details;
    }

    private static Optional<String> setOfScope(Session session, Change change) {
        SettingRows rows = new SettingRows(session);
        Optional<String> before = rows.find(change.scope(), change.scopeId(), change.key());
        rows.put(new Change(
                change.scope(),
                change.scopeId(),
                change.key(),
                before.orElse(null),
                change.after(),
                change.by(),
                change.reason(),
                change.at()));
        return before;
    }

    private static Optional<String> setOfProfile(
            Session session, String id, ProfileField field, @Nullable String value, By by) {
        Stored stored = found(new ProfileRows(session).find(id), id);
        ProfileSettings before = stored.profile().settings();
        ProfileSettings after = value == null
                ? before.inheriting(field, field.of(stored.preset().settings()))
                : before.with(field, value);
        if (!after.equals(before)) {
            if (!new ProfileRows(session).change(id, stored.profile().version(), after, by.at())) {
                throw new ConcurrentModificationException(
                        "Cannot set '" + field.title() + "' of profile '" + id + "': it was changed in this moment");
            }
            new SettingRows(session).note(id, before, after, by);
        }
        return stored.owns(field) ? Optional.of(field.of(before)) : Optional.empty();
    }

    private static Stored found(Optional<Stored> profile, String id) {
        return profile.orElseThrow(() -> new IllegalArgumentException("Cannot find profile '" + id + "'"));
    }

    @Override
    public List<Change> history(SettingScope scope, String scopeId, int limit) {
        PageRequest page = PageRequest.first(limit);
        return database.read(session -> new SettingRows(session).history(scope, scopeId, page.limit()));
    }
}
