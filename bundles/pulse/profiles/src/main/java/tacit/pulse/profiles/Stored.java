package tacit.pulse.profiles;

import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;

/**
 * A profile as it lies in the database. Immutable.
 *
 * @param profile with its own values, and its defaults where it inherits
 * @param preset where those come from
 */
record Stored(AutomationProfile profile, ProfilePreset preset) {

    boolean owns(ProfileField field) {
        return !profile.settings().inherited().contains(field);
    }

    /** What these settings would be here: its defaults where they inherit. */
    ProfileSettings settled(ProfileSettings wanted) {
        ProfileSettings settled = preset.settings();
        for (ProfileField field : ProfileField.values()) {
            if (!wanted.inherited().contains(field)) {
                settled = settled.with(field, field.of(wanted));
            }
        }
        return settled;
    }
}
