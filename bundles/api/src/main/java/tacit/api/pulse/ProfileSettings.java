package tacit.api.pulse;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be set of a profile. Immutable.
 *
 * @param enabled whether it acts at all; an operator's hand on a pulse counts all the same
 * @param cadence whole minutes between pulses, in [15, 10080] minutes
 * @param staggerOffset whole minutes before the first pulse, in [0, 10080] minutes
 * @param dispatchCooldown whole minutes after a dispatch, in [15, 10080] minutes
 * @param maxDispatchesPerDay in [1, 96]; a day is a local one of its active hours
 * @param stance how far it may go
 * @param activeHours null for always
 */
public record ProfileSettings(
        boolean enabled,
        Duration cadence,
        Duration staggerOffset,
        Duration dispatchCooldown,
        int maxDispatchesPerDay,
        Stance stance,
        @Nullable ActiveHours activeHours) {

    /** Switched off, with everything else as usual. */
    public static final ProfileSettings USUAL = new ProfileSettings(
            false, Duration.ofMinutes(15), Duration.ZERO, Duration.ofMinutes(120), 6, Stance.OBSERVER, null);

    /** The most minutes of a duration: a week. */
    public static final int MOST_MINUTES = 10_080;

    public ProfileSettings {
        Objects.requireNonNull(stance, "stance");
        minutes("cadenceMinutes", cadence, 15);
        minutes("staggerOffsetMinutes", staggerOffset, 0);
        minutes("dispatchCooldownMinutes", dispatchCooldown, 15);
        if (maxDispatchesPerDay < 1 || maxDispatchesPerDay > 96) {
            throw new IllegalArgumentException("maxDispatchesPerDay must be in [1, 96], got " + maxDispatchesPerDay);
        }
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
