package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.experiment.Arms;
import tacit.api.generation.GenerationListener;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulsePolicy;

/**
 * Profiles with what the policy of pulses lays over them, as schedules and bounds outside of the policy must see them. The policy is
 * asked again when the profile changes, at once when another generation decides, and after a quarter of an hour, since a canary
 * comes and goes without a generation. Thread-safe.
 */
@Component(service = {Tuned.class, GenerationListener.class})
public final class Tuned implements GenerationListener {

    private static final Logger log = LoggerFactory.getLogger(Tuned.class);

    /** The shortest cadence. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    private final PulsePolicy policy;
    private final PulseStore store;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    @Activate
    public Tuned(@Reference PulsePolicy policy, @Reference PulseStore store) {
        this.policy = policy;
        this.store = store;
    }

    /** A profile as it counts. */
    AutomationProfile of(AutomationProfile profile) {
        ProfileTuning tuning = tuning(profile);
        return tuning.isNone() ? profile : profile.with(tuning.over(profile.settings()));
    }

    /** What is laid over a profile; nothing while the policy cannot be asked, as then its pulses say what is wrong. */
    ProfileTuning tuning(AutomationProfile profile) {
        Instant now = store.now();
        long change = changes.get();
        Known before = known.get(profile.id());
        if (before != null && before.holds(profile, change, now)) {
            return before.tuning();
        }
        try {
            ProfileTuning asked = Arms.serve(
                    arms, profile.workspaceId(), Arms.unit(profile.id(), null, null), () -> policy.tuning(profile));
            known.put(profile.id(), new Known(profile.settings(), change, now.plus(KEPT), asked));
            return asked;
        } catch (RuntimeException e) {
            log.debug("Cannot ask what is laid over profile '{}': {}", profile.id(), e.getMessage());
            return ProfileTuning.none(profile.id());
        }
    }

    /** Another generation decides: the next look asks anew, and schedules follow. */
    @Override
    public void activated() {
        changes.incrementAndGet();
    }

    /** An answer, and what it is good for: one that was asked for before a change does not count after it. */
    private record Known(ProfileSettings settings, long change, Instant until, ProfileTuning tuning) {

        boolean holds(AutomationProfile profile, long changes, Instant now) {
            return change == changes && now.isBefore(until) && settings.equals(profile.settings());
        }
    }
}
