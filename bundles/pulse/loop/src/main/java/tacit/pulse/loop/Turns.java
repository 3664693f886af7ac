package tacit.pulse.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.HeartbeatStatus;

/** Which profiles are to pulse now, and in which order. Thread-safe. */
final class Turns {

    private final PulseStore store;
    private final Budgets budgets;
    private final Agenda agenda;
    private final Tuned tuned;

    Turns(PulseStore store, Budgets budgets, Agenda agenda, Tuned tuned) {
        this.store = store;
        this.budgets = budgets;
        this.agenda = agenda;
        this.tuned = tuned;
    }

    /** Those whose time has come, whoever waits longest for a dispatch first. */
    List<AutomationProfile> due(List<AutomationProfile> active, Instant now) {
        List<AutomationProfile> due = new ArrayList<>();
        for (AutomationProfile profile : active) {
            if (isDue(profile, now)) {
                due.add(profile);
            }
        }
        due.sort(Comparator.comparing(
                        (AutomationProfile profile) -> profile.state().lastDispatchAt(),
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(AutomationProfile::id));
        return due;
    }

    private boolean isDue(AutomationProfile profile, Instant now) {
        if (!now.isBefore(next(profile, now))) {
            return true;
        }
        if (!agenda.woken(profile.id(), now)) {
            return false;
        }
        Instant until = restsUntil(profile);
        if (until != null && now.isBefore(until)) {
            agenda.putOff(profile.id(), until);
            return false;
        }
        return true;
    }

    /** Until when a profile rests after its last dispatch, with what is laid over it; null for now. */
    @Nullable
    Instant restsUntil(AutomationProfile profile) {
        return store.standing(profile.id())
                .cooldownUntil(tuned.of(profile).settings().dispatchCooldown());
    }

    /** When its cadence makes a profile pulse, with what is laid over it. */
    Instant next(AutomationProfile profile, Instant now) {
        boolean asleep = profile.state().status() == HeartbeatStatus.SLEEPING;
        return agenda.next(tuned.of(profile), profile.state().lastPulseAt(), asleep, budgets.zone(profile), now);
    }
}
