package tacit.pulse.mind.run;

import tacit.api.pulse.AutomationProfile;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionSettings;

/** A run with whose it is and what counts for it. Immutable. */
public record Cycle(AutomationProfile profile, ReflectionSettings settings, ReflectionRun run) {

    /** The same with the run as it stands now. */
    Cycle with(ReflectionRun now) {
        return new Cycle(profile, settings, now);
    }
}
