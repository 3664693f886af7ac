package tacit.pulse.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.HeartbeatStatus;

/** Which profiles are to pulse now, and in which order. Thread-safe. */
final class Turns {

    private final PulseStore store;
    private final Budgets budgets;
    private final Agenda agenda;

    Turns(PulseStore store, Budgets budgets, Agenda agenda) {
        this.store = store;
        this.budgets = budgets;
        this.agenda = agenda;
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
        Instant until =
                store.standing(profile.id()).cooldownUntil(profile.settings().dispatchCooldown());
        if (until != null && now.isBefore(until)) {
            agenda.putOff(profile.id(), until);
            return false;
        }
        return true;
    }

    /** When its cadence makes a profile pulse. */
    Instant next(AutomationProfile profile, Instant now) {
        boolean asleep = profile.state().status() == HeartbeatStatus.SLEEPING;
        return agenda.next(profile, profile.state().lastPulseAt(), asleep, budgets.zone(profile), now);
    }
}
