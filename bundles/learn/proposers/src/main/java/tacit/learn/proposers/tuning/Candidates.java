package tacit.learn.proposers.tuning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ProfileTuning;

/** The values of a profile that are tried: shorter and longer ones of each field, in steps that grow. Pure. */
final class Candidates {

    private static final List<Double> FACTORS = List.of(.75, 1.5, .5, 2.0, .25, 4.0, .125, 8.0);
    private static final List<Integer> STEPS = List.of(1, -1, 2, -2, 4, -3, 8, -5);
    private static final int LEAST_MINUTES = 15;
    private static final int MOST_DISPATCHES = 96;

    private final ProfileSettings settings;
    private final ProfileTuning now;

    /**
     * @param settings what counts now
     * @param now what is laid over the profile now
     */
    Candidates(ProfileSettings settings, ProfileTuning now) {
        this.settings = settings;
        this.now = now;
    }

    /**
     * One field after the other in turn, the small steps first.
     *
     * @param cadence whether cases show what another cadence does
     */
    List<ProfileTuning> values(boolean cadence) {
        Set<ProfileTuning> values = new LinkedHashSet<>();
        for (int i = 0; i < FACTORS.size(); i++) {
            minutes(values, "cooldown", settings.dispatchCooldown().toMinutes(), FACTORS.get(i));
            int dispatches = settings.maxDispatchesPerDay() + STEPS.get(i);
            if (dispatches >= 1 && dispatches <= MOST_DISPATCHES) {
                values.add(now.with("budget", dispatches));
            }
            if (cadence) {
                minutes(values, "cadence", settings.cadence().toMinutes(), FACTORS.get(i));
            }
        }
        values.remove(now);
        values.removeIf(one -> one.over(settings).equals(settings));
        return new ArrayList<>(values);
    }

    /** In steps of five minutes, within the bounds. */
    private void minutes(Set<ProfileTuning> values, String field, long minutes, double factor) {
        long value = 5 * Math.round(minutes * factor / 5);
        long bounded = Math.max(LEAST_MINUTES, Math.min(ProfileSettings.MOST_MINUTES, value));
        if (bounded != minutes) {
            values.add(now.with(field, Math.toIntExact(bounded)));
        }
    }

    /** How far a value is from what counts now: the sum of how many times each field doubled or halved. */
    double distance(ProfileTuning value) {
        ProfileSettings other = value.over(settings);
        return doubled(settings.cadence(), other.cadence())
                + doubled(settings.dispatchCooldown(), other.dispatchCooldown())
                + doubled(settings.maxDispatchesPerDay(), other.maxDispatchesPerDay());
    }

    private static double doubled(Duration one, Duration other) {
        return doubled((double) one.toMinutes(), (double) other.toMinutes());
    }

    private static double doubled(double one, double other) {
        return Math.abs(Math.log(other / one) / Math.log(2));
    }
}
