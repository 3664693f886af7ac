package tacit.pulse.loop;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseSituation.Limits;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;

/** What bounds a profile: what it used since its local midnight, what it may use, its cooldown, and what it has in flight. Thread-safe. */
@Component(service = Budgets.class)
public final class Budgets {

    private final PulseStore store;
    private final ScopedSettings settings;
    private final Interruptions interruptions;

    @Activate
    public Budgets(
            @Reference PulseStore store, @Reference ScopedSettings settings, @Reference Interruptions interruptions) {
        this.store = store;
        this.settings = settings;
        this.interruptions = interruptions;
    }

    /** What its next pulse sees. */
    Limits of(AutomationProfile profile, Instant now, boolean turn) {
        Instant midnight = midnight(profile, now);
        int told = interruptions.since(profile.id(), midnight);
        return store.read(session -> {
            RunQueries runs = new RunQueries(session);
            Used used = runs.ofProfile(profile.id(), midnight);
            Optional<PulseRun> flying = runs.flying(profile.id(), profile.workspaceId());
            Standing standing = new Standing.Rows(session).find(profile.id());
            return limits(profile, used, flying.map(Budgets::name).orElse(null), standing, told, turn);
        });
    }

    private static String name(PulseRun run) {
        return run.executionId() == null ? "of " + run.id() : run.executionId();
    }

    private Limits limits(
            AutomationProfile profile, Used used, @Nullable String flying, Standing standing, int told, boolean turn) {
        Subject subject = Subject.ofProfile(profile);
        return new Limits(
                flying,
                standing.cooldownUntil(profile.settings().dispatchCooldown()),
                Math.toIntExact(used.dispatches()),
                used.tokens(),
                settings.whole(CoreSetting.BUDGET_TOKENS, subject),
                used.micros(),
                settings.whole(CoreSetting.BUDGET_MICROS, subject),
                told,
                Math.toIntExact(settings.whole(CoreSetting.BUDGET_INTERRUPTIONS, subject)),
                turn,
                standing.lastDispatch());
    }

    /** Why the profiles of a workspace may start nothing more today; null when they may. 0 of the setting is no bound. */
    @Nullable
    String workspaceSpent(AutomationProfile profile, Instant now) {
        long most = settings.whole(CoreSetting.BUDGET_ALL, Subject.ofWorkspace(profile.workspaceId()));
        if (most == 0) {
            return null;
        }
        Used used = store.read(
                session -> new RunQueries(session).ofWorkspace(profile.workspaceId(), midnight(profile, now)));
        return used.dispatches() < most
                ? null
                : used.dispatches() + " of " + most + " dispatches of the workspace today";
    }

    /** How long a burst of signals is gathered. */
    long debounceSeconds(String workspaceId) {
        return settings.whole(CoreSetting.SIGNALS_DEBOUNCE, Subject.ofWorkspace(workspaceId));
    }

    /** The begin of the day where the profile lives. */
    Instant midnight(AutomationProfile profile, Instant now) {
        ZoneId zone = zone(profile);
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    ZoneId zone(AutomationProfile profile) {
        ActiveHours hours = profile.settings().activeHours();
        return hours == null || hours.timezone() == null ? store.zone() : ZoneId.of(hours.timezone());
    }
}
