package tacit.pulse.profiles;

import java.time.Duration;
import java.util.EnumSet;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.Stance;

/** Where the defaults of a profile come from: what holds of a field that is not its own and that no scope says. */
enum ProfilePreset {
    /** Made by somebody. */
    USUAL(ProfileSettings.USUAL),
    /** The role of that name, at the first start. */
    PROJECT_MANAGER(defaults(true, 20, 0, 90, 4, Stance.DISPATCHER)),
    /** The role of that name, at the first start. */
    ASSISTANT(defaults(true, 30, 5, 180, 3, Stance.OBSERVER)),
    /** A role that leads, at the first start that named it. */
    LEAD(defaults(false, 20, 0, 90, 6, Stance.DISPATCHER)),
    /** Any other role, at the first start that named it. */
    OTHER(defaults(false, 30, 0, 120, 4, Stance.OBSERVER));

    // A record whose set is a copy that nobody changes
    @SuppressWarnings("ImmutableEnumChecker")
    private final ProfileSettings settings;

    ProfilePreset(ProfileSettings settings) {
        this.settings = settings;
    }

    /** All of them inherited. */
    ProfileSettings settings() {
        return settings;
    }

    private static ProfileSettings defaults(
            boolean enabled, int cadence, int stagger, int cooldown, int dispatches, Stance stance) {
        return new ProfileSettings(
                enabled,
                Duration.ofMinutes(cadence),
                Duration.ofMinutes(stagger),
                Duration.ofMinutes(cooldown),
                dispatches,
                stance,
                null,
                EnumSet.allOf(ProfileField.class));
    }
}
