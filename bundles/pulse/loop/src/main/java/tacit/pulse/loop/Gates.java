package tacit.pulse.loop;

import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.PulseSituation.Limits;

/** What stops a dispatch whoever decided it. Thread-safe. */
@Component(service = Gates.class)
public final class Gates {

    private final CoreSwitches switches;
    private final Budgets budgets;

    @Activate
    public Gates(@Reference CoreSwitches switches, @Reference Budgets budgets) {
        this.switches = switches;
        this.budgets = budgets;
    }

    /**
     * Why something may not begin. Immutable.
     *
     * @param rule a word that does not change
     * @param reason for people
     */
    record Shut(String rule, String reason) {}

    /** What the policy of pulses does not know of: switches, and the budget over a workspace. */
    Optional<Shut> afterPolicy(AutomationProfile profile, DispatchKind kind, boolean manual, Instant now) {
        CoreStage stage = kind == DispatchKind.SUGGESTION ? CoreStage.SUGGESTIONS : CoreStage.DISPATCH;
        if (!switches.on(stage)) {
            return Optional.of(new Shut("switched_off", switches.why(stage)));
        }
        if (manual || kind == DispatchKind.SUGGESTION) {
            return Optional.empty();
        }
        return Optional.ofNullable(budgets.workspaceSpent(profile, now)).map(why -> new Shut("budget_workspace", why));
    }

    /** All that a pulse would look at, for work that comes without one. */
    Optional<Shut> withoutPulse(AutomationProfile profile, boolean byHand, boolean cooldown, Instant now) {
        Optional<Shut> shut = afterPolicy(profile, DispatchKind.TASK, byHand, now);
        if (shut.isPresent()) {
            return shut;
        }
        Limits limits = budgets.of(profile, now, true);
        if (limits.inFlight() != null) {
            return Optional.of(new Shut("in_flight", "Execution " + limits.inFlight() + " has not ended"));
        }
        return byHand ? Optional.empty() : bounded(profile, limits, cooldown, now);
    }

    private Optional<Shut> bounded(AutomationProfile profile, Limits limits, boolean cooldown, Instant now) {
        ActiveHours hours = profile.settings().activeHours();
        if (hours != null && !hours.include(now, budgets.zone(profile))) {
            return Optional.of(new Shut("outside_hours", "Outside the hours of the profile"));
        }
        if (cooldown && limits.cooldownUntil() != null && now.isBefore(limits.cooldownUntil())) {
            return Optional.of(new Shut("cooldown", "Until " + limits.cooldownUntil()));
        }
        return spent(
                        "budget_dispatches",
                        limits.dispatchesToday(),
                        profile.settings().maxDispatchesPerDay())
                .or(() -> spent("budget_tokens", limits.tokensToday(), limits.tokensPerDay()))
                .or(() -> spent("budget_money", limits.costToday(), limits.costPerDay()));
    }

    private static Optional<Shut> spent(String rule, long used, long most) {
        return most == 0 || used < most
                ? Optional.empty()
                : Optional.of(new Shut(rule, used + " of " + most + " today"));
    }
}
