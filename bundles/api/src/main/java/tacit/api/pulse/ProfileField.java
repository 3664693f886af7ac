package tacit.api.pulse;

import java.time.Duration;
import java.util.Locale;

/** What may be set of a profile, each with its text and the {@link CoreSetting} that says it for wider scopes. */
public enum ProfileField {
    ENABLED("enabled", CoreSetting.PROFILE_ENABLED),
    CADENCE("cadenceMinutes", CoreSetting.PROFILE_CADENCE),
    STAGGER("staggerOffsetMinutes", CoreSetting.PROFILE_STAGGER),
    COOLDOWN("dispatchCooldownMinutes", CoreSetting.PROFILE_COOLDOWN),
    DISPATCHES("maxDispatchesPerDay", CoreSetting.PROFILE_DISPATCHES),
    STANCE("profile", CoreSetting.PROFILE_STANCE),
    ACTIVE_HOURS("activeHours", CoreSetting.PROFILE_HOURS);

    private final String title;
    private final CoreSetting setting;

    ProfileField(String title, CoreSetting setting) {
        this.title = title;
        this.setting = setting;
    }

    /** Its name in JSON. */
    public String title() {
        return title;
    }

    /** Its rule, and its key for scopes. */
    public CoreSetting setting() {
        return setting;
    }

    /** Its value as the rule wants it. */
    public String of(ProfileSettings settings) {
        return switch (this) {
            case ENABLED -> String.valueOf(settings.enabled());
            case CADENCE -> minutes(settings.cadence());
            case STAGGER -> minutes(settings.staggerOffset());
            case COOLDOWN -> minutes(settings.dispatchCooldown());
            case DISPATCHES -> String.valueOf(settings.maxDispatchesPerDay());
            case STANCE -> settings.stance().name().toLowerCase(Locale.ROOT);
            case ACTIVE_HOURS -> ActiveHours.text(settings.activeHours());
        };
    }

    private static String minutes(Duration duration) {
        return String.valueOf(duration.toMinutes());
    }
}
