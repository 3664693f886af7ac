package tacit.api.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Settings of the core that count for an organisation, a workspace, a profile or a user; each takes what it does not say from the
 * next wider. {@link CoreSetting} lists them. Every value keeps its history. Thread-safe; what it answers is durable.
 *
 * <p>Settings named {@code profile.…} lie, in the scope of a profile, in that profile: {@link #set} there changes the profile, and a
 * change of the profile stands in the history here. Where no scope says one, the default of the subject's profile counts.
 */
@ProviderType
public interface ScopedSettings {

    /** The id of the scope {@link SettingScope#ORG}. */
    String ORG_ID = "org";

    /** The id of a user's scope: users are those of a workspace. */
    static String userId(String workspaceId, String userId) {
        return workspaceId.replace("%", "%25").replace("/", "%2F") + "/" + userId;
    }

    /**
     * The value that counts for somebody, and where it comes from.
     *
     * @throws IllegalArgumentException when there is no such key
     */
    Resolved resolve(String key, Subject subject);

    /** The value that counts for somebody. */
    default String value(CoreSetting setting, Subject subject) {
        return resolve(setting.key(), subject).value();
    }

    /** The same of a setting that is true or false. */
    default boolean truth(CoreSetting setting, Subject subject) {
        return Boolean.parseBoolean(value(setting, subject));
    }

    /** The same of a setting that is a whole number. */
    default long whole(CoreSetting setting, Subject subject) {
        return Long.parseLong(value(setting, subject));
    }

    /** All keys that there are, as they count for somebody. */
    List<Resolved> all(Subject subject);

    /**
     * Sets a value, or takes it away so that the next wider counts again; the audit log says so before.
     *
     * @param scopeId {@link #ORG_ID}, a workspace, a profile, or what {@link #userId} says
     * @param value null to take it away
     * @return what it was before in this scope; empty for nothing
     * @throws IllegalArgumentException when there is no such key, it can not be set in this scope, or the value does not fit
     */
    Optional<String> set(
            SettingScope scope, String scopeId, String key, @Nullable String value, String by, String reason);

    /**
     * What was set in a scope, the last first.
     *
     * @param limit in [1, 1000]
     */
    List<Change> history(SettingScope scope, String scopeId, int limit);

    /**
     * For whom a value is asked. Immutable.
     *
     * @param workspaceId null for none
     * @param profileId null for none
     * @param userId of that workspace; null for none
     */
    record Subject(
            @Nullable String workspaceId,
            @Nullable String profileId,
            @Nullable String userId) {

        /** Everybody. */
        public static final Subject ORG = new Subject(null, null, null);

        public static Subject ofProfile(AutomationProfile profile) {
            return new Subject(profile.workspaceId(), profile.id(), null);
        }

        public static Subject ofWorkspace(String workspaceId) {
            return new Subject(workspaceId, null, null);
        }
    }

    /**
     * A value that counts. Immutable.
     *
     * @param key its name
     * @param value as text; for a duration minutes
     * @param scope who says so; null for its default
     * @param scopeId of whom; null for its default
     */
    record Resolved(
            String key,
            String value,
            @Nullable SettingScope scope,
            @Nullable String scopeId) {

        public Resolved {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A value that was set. Immutable.
     *
     * @param before null for none
     * @param after null when it was taken away
     */
    record Change(
            SettingScope scope,
            String scopeId,
            String key,
            @Nullable String before,
            @Nullable String after,
            String by,
            String reason,
            Instant at) {}
}
