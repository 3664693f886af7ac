package tacit.pulse.heartbeat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulseSituation;

/**
 * What is laid over the settings of profiles. Immutable; lines of profiles that are not there do nothing.
 *
 * @param byProfile by the ids of profiles
 */
record Tunings(Map<String, ProfileTuning> byProfile) {

    static final Tunings NONE = new Tunings(Map.of());

    Tunings {
        byProfile = Map.copyOf(byProfile);
    }

    /** @throws IllegalArgumentException when the lines cannot be read */
    static Tunings of(String text) {
        Map<String, ProfileTuning> all = new HashMap<>();
        ProfileTuning.parse(text).forEach(one -> all.put(one.profileId(), one));
        return new Tunings(all);
    }

    ProfileTuning of(AutomationProfile profile) {
        return byProfile.getOrDefault(profile.id(), ProfileTuning.none(profile.id()));
    }

    /** The situation as the rules are to see it. */
    PulseSituation over(PulseSituation situation) {
        ProfileTuning tuning = of(situation.profile());
        return tuning.isNone()
                ? situation
                : situation.with(tuning.over(situation.profile().settings()));
    }

    /** Tells that something is laid over the profile; empty where nothing is. */
    Optional<Finding> finding(PulseSituation situation) {
        ProfileTuning tuning = of(situation.profile());
        return tuning.isNone() ? Optional.empty() : Optional.of(Finding.passed("tuning", tuning.fields()));
    }
}
