package tacit.pulse.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ChecklistItem;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.PulseSituation.Limits;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Stance;
import tacit.api.pulse.Urgency;

/** A situation that tests put together. */
final class Given {

    static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final Stance stance;
    private @Nullable ActiveHours hours;
    private boolean manual;
    private boolean foreground;
    private int mentions;
    private int tasks;
    private final List<Signal> signals = new ArrayList<>();
    private final List<ChecklistItem> checklist = new ArrayList<>();
    private final List<ProactiveTask> proactive = new ArrayList<>();
    private Limits limits = Limits.NONE;

    private Given(Stance stance) {
        this.stance = stance;
    }

    static Given observer() {
        return new Given(Stance.OBSERVER);
    }

    static Given operator() {
        return new Given(Stance.OPERATOR);
    }

    static Given dispatcher() {
        return new Given(Stance.DISPATCHER);
    }

    static Signal signal(String id, Urgency urgency, double confidence) {
        return signal(id, urgency, confidence, 1, null);
    }

    static Signal signal(String id, Urgency urgency, double confidence, int told, @Nullable String origin) {
        return new Signal(
                id,
                "p1",
                "probe",
                SignalFamily.AWARENESS_SIGNAL,
                SignalSource.HOOK,
                "f-" + id,
                urgency,
                confidence,
                NOW.plusSeconds(3600),
                List.of("trace:" + id),
                told,
                NOW,
                NOW,
                "Something happened",
                Map.of(),
                origin,
                0);
    }

    Given hours(int start, int end, Integer... days) {
        hours = new ActiveHours("UTC", start, end, Arrays.asList(days));
        return this;
    }

    Given manual() {
        manual = true;
        return this;
    }

    Given foreground() {
        foreground = true;
        return this;
    }

    Given mentions(int count) {
        mentions = count;
        return this;
    }

    Given tasks(int count) {
        tasks = count;
        return this;
    }

    Given with(Signal... more) {
        signals.addAll(Arrays.asList(more));
        return this;
    }

    Given point(String id) {
        checklist.add(new ChecklistItem(id, "Daily", "Look at the build", Duration.ofDays(1)));
        return this;
    }

    Given due(String id, ProactiveTask.@Nullable Mode mode) {
        proactive.add(new ProactiveTask(id, id, "", "care", "Do it", 60, mode, 0, 5, true));
        return this;
    }

    Given limits(Limits value) {
        limits = value;
        return this;
    }

    PulseSituation situation() {
        ProfileSettings settings = new ProfileSettings(
                true, Duration.ofMinutes(15), Duration.ZERO, Duration.ofMinutes(120), 6, stance, hours);
        AutomationProfile profile =
                new AutomationProfile("p1", "r1", "probe", settings, AutomationProfile.State.NEW, 1, NOW, NOW);
        return new PulseSituation(
                profile, NOW, "UTC", manual, signals, mentions, tasks, foreground, checklist, proactive, limits);
    }
}
