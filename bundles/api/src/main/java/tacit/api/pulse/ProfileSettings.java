package tacit.api.pulse;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be set of a profile. Immutable.
 *
 * <p>A field is either the profile's own, and counts whatever wider scopes say, or inherited: then it is what the next wider scope
 * says, and where none does, the profile's default, which is {@link #USUAL} but for roles that were there at the first start.
 *
 * @param enabled whether it acts at all; an operator's hand on a pulse counts all the same
 * @param cadence whole minutes between pulses, in [15, 10080] minutes
 * @param staggerOffset whole minutes before the first pulse, in [0, 10080] minutes
 * @param dispatchCooldown whole minutes after a dispatch, in [15, 10080] minutes
 * @param maxDispatchesPerDay in [1, 96]; a day is a local one of its active hours
 * @param stance how far it may go
 * @param activeHours null for always
 * @param inherited fields that are not the profile's own; their values here are its default, in
 *     {@link AutomationProfiles#active} what counts. For a change their values here do not matter
 */
public record ProfileSettings(
        boolean enabled,
        Duration cadence,
        Duration staggerOffset,
        Duration dispatchCooldown,
        int maxDispatchesPerDay,
        Stance stance,
        @Nullable ActiveHours activeHours,
        Set<ProfileField> inherited) {

    /** Switched off, with everything else as usual, and nothing its own. */
    public static final ProfileSettings USUAL = new ProfileSettings(
            false,
            Duration.ofMinutes(15),
            Duration.ZERO,
            Duration.ofMinutes(120),
            6,
            Stance.OBSERVER,
            null,
            EnumSet.allOf(ProfileField.class));

    /** The most minutes of a duration: a week. */
    public static final int MOST_MINUTES = 10_080;

    public ProfileSettings {
        Objects.requireNonNull(stance, "stance");
        inherited = Set.copyOf(inherited);
        minutes("cadenceMinutes", cadence, 15);
        minutes("staggerOffsetMinutes", staggerOffset, 0);
        minutes("dispatchCooldownMinutes", dispatchCooldown, 15);
        if (maxDispatchesPerDay < 1 || maxDispatchesPerDay > 96) {
            throw new IllegalArgumentException("maxDispatchesPerDay must be in [1, 96], got " + maxDispatchesPerDay);
        }
    }

    /** Everything the profile's own. */
    public ProfileSettings(
            boolean enabled,
            Duration cadence,
            Duration staggerOffset,
            Duration dispatchCooldown,
            int maxDispatchesPerDay,
            Stance stance,
            @Nullable ActiveHours activeHours) {
        this(enabled, cadence, staggerOffset, dispatchCooldown, maxDispatchesPerDay, stance, activeHours, Set.of());
    }

    /** The same with another value of its own. */
    public ProfileSettings with(ProfileField field, String value) {
        return changed(field, field.setting().rule().checked(field.title(), value), false);
    }

    /** The same with a field that it inherits, and what that is. */
    public ProfileSettings inheriting(ProfileField field, String value) {
        return changed(field, value, true);
    }

    private ProfileSettings changed(ProfileField field, String value, boolean inherits) {
        Map<ProfileField, String> texts = new EnumMap<>(ProfileField.class);
        for (ProfileField each : ProfileField.values()) {
            texts.put(each, each == field ? value : each.of(this));
        }
        EnumSet<ProfileField> left = EnumSet.noneOf(ProfileField.class);
        left.addAll(inherited);
        if (inherits) {
            left.add(field);
        } else {
            left.remove(field);
        }
        return of(texts, left);
    }

    private static ProfileSettings of(Map<ProfileField, String> texts, Set<ProfileField> inherited) {
        return new ProfileSettings(
                Boolean.parseBoolean(texts.get(ProfileField.ENABLED)),
                minutes(texts, ProfileField.CADENCE),
                minutes(texts, ProfileField.STAGGER),
                minutes(texts, ProfileField.COOLDOWN),
                Integer.parseInt(text(texts, ProfileField.DISPATCHES)),
                Stance.valueOf(text(texts, ProfileField.STANCE).toUpperCase(Locale.ROOT)),
                ActiveHours.parse(text(texts, ProfileField.ACTIVE_HOURS)),
                inherited);
    }

    private static Duration minutes(Map<ProfileField, String> texts, ProfileField field) {
        return Duration.ofMinutes(Long.parseLong(text(texts, field)));
    }

    private static String text(Map<ProfileField, String> texts, ProfileField field) {
        return Objects.requireNonNull(texts.get(field));
    }

    private static void minutes(String name, Duration value, int least) {
        if (value.toMinutes() < least
                || value.toMinutes() > MOST_MINUTES
                || !value.equals(Duration.ofMinutes(value.toMinutes()))) {
            throw new IllegalArgumentException(
                    name + " must be whole minutes in [" + least + ", " + MOST_MINUTES + "], got " + value);
        }
    }
}
