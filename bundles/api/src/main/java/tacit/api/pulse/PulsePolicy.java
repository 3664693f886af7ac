package tacit.api.pulse;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/** Decides what a pulse does. A pure function: it knows no clock, no store and no chance. */
@Role("heartbeat")
@ConsumerType
public interface PulsePolicy {

    /**
     * Decides. What it lays over the profile (see {@link #tuning}) it heeds by itself: the situation holds the profile as it was
     * left by operators, so that any two policies can be asked the same.
     */
    PulseDecision decide(PulseSituation situation);

    /**
     * What it lays over the settings of a profile; {@link ProfileTuning#none} for nothing. Those who ask keep the answer for a
     * while, until the settings of the profile or the generation in force change at the longest.
     */
    default ProfileTuning tuning(AutomationProfile profile) {
        return ProfileTuning.none(profile.id());
    }
}
