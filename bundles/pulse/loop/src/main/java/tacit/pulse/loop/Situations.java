package tacit.pulse.loop;

import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.Foreground;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals;

/** Gathers all that a pulse decides from, without any effect. Thread-safe. */
@Component(service = Situations.class)
public final class Situations {

    private static final int MOST_SIGNALS = 1000;

    private final Signals signals;
    private final Foreground foreground;
    private final DuePoints points;
    private final Budgets budgets;

    @Activate
    public Situations(
            @Reference Signals signals,
            @Reference Foreground foreground,
            @Reference DuePoints points,
            @Reference Budgets budgets) {
        this.signals = signals;
        this.foreground = foreground;
        this.points = points;
        this.budgets = budgets;
    }

    /**
     * What there is for a profile now.
     *
     * @param turn whether it may start work before others that wait
     */
    PulseSituation of(AutomationProfile profile, Instant now, boolean manual, boolean turn) {
        List<Signal> open = signals.open(profile.id(), MOST_SIGNALS).stream()
                .filter(signal ->
                        signal.workspaceId() == null || signal.workspaceId().equals(profile.workspaceId()))
                .toList();
        List<Signal> told =
                open.stream().filter(signal -> signal.origin() == null).toList();
        double strength = told.stream().mapToDouble(Signal::strength).max().orElse(0);
        DuePoints.Due due = points.of(profile, strength, now);
        return new PulseSituation(
                profile,
                now,
                budgets.zone(profile).getId(),
                manual,
                open,
                count(told, SignalFamily.MENTIONS),
                count(told, SignalFamily.ASSIGNED_TASKS),
                foreground.active(profile.workspaceId()),
                due.points(),
                due.tasks(),
                budgets.of(profile, now, turn));
    }

    private static int count(List<Signal> signals, SignalFamily family) {
        return Math.toIntExact(
                signals.stream().filter(signal -> signal.family() == family).count());
    }
}
