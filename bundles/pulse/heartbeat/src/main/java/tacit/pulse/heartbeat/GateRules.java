package tacit.pulse.heartbeat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.PulseOutcome;

/** Rules that say whether this is the time to act at all, in their order. */
final class GateRules {

    static final List<Rule> ORDER = List.of(
            GateRules::activeHours,
            GateRules::foreground,
            GateRules::inFlight,
            GateRules::cooldown,
            GateRules::dispatchBudget);

    private static final String BY_HAND = "asked for by hand";

    private GateRules() {}

    private static Finding activeHours(Look look) {
        ActiveHours hours = look.situation().profile().settings().activeHours();
        if (hours == null) {
            return Finding.passed("active_hours", "it may act at every hour");
        }
        if (look.manual()) {
            return Finding.passed("active_hours", BY_HAND);
        }
        boolean included =
                hours.include(look.situation().now(), ZoneId.of(look.situation().zone()));
        String span = hours.startHour() + " to " + hours.endHour();
        return included
                ? Finding.passed("active_hours", "within " + span)
                : Finding.idle("active_hours", "outside of " + span);
    }

    private static Finding foreground(Look look) {
        if (!look.situation().foreground() || look.manual()) {
            return Finding.passed(
                    "foreground_active", look.situation().foreground() ? BY_HAND : "nobody works in the workspace");
        }
        if (look.signals().isEmpty() && !look.asked()) {
            return Finding.passed("foreground_active", "somebody works, and nothing waits");
        }
        return new Finding(
                "foreground_active",
                "somebody works in the workspace",
                PulseOutcome.DEFERRED,
                null,
                Finding.Subject.SIGNALS);
    }

    private static Finding inFlight(Look look) {
        String execution = look.limits().inFlight();
        return execution == null
                ? Finding.passed("in_flight", "nothing is under way")
                : Finding.idle("in_flight", "execution " + execution + " has not ended");
    }

    private static Finding cooldown(Look look) {
        Instant until = look.limits().cooldownUntil();
        if (until == null || !look.situation().now().isBefore(until)) {
            return Finding.passed("cooldown", until == null ? "none" : "over since " + until);
        }
        return look.manual() ? Finding.passed("cooldown", BY_HAND) : Finding.idle("cooldown", "until " + until);
    }

    private static Finding dispatchBudget(Look look) {
        int most = look.situation().profile().settings().maxDispatchesPerDay();
        String count = look.limits().dispatchesToday() + " of " + most + " dispatches today";
        if (look.limits().dispatchesToday() < most) {
            return Finding.passed("dispatch_budget", count);
        }
        return look.manual() ? Finding.passed("dispatch_budget", BY_HAND) : Finding.idle("dispatch_budget", count);
    }
}
