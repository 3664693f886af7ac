package tacit.runtime.itest.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ChecklistItem;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.PulsePolicy;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Stance;
import tacit.api.pulse.Urgency;

/** What a heartbeat is asked: to start work, to leave what it caused itself, and to keep out of the way. */
final class HeartbeatScenes {

    private HeartbeatScenes() {}

    static void heartbeat(PulsePolicy policy, String workspace) {
        policy.decide(situation(workspace, List.of(signal(workspace, null)), false));
        policy.decide(situation(workspace, List.of(signal(workspace, "e1")), false));
        policy.decide(situation(workspace, List.of(signal(workspace, null)), true));
        policy.tuning(situation(workspace, List.of(), false).profile());
    }

    private static PulseSituation situation(String workspace, List<Signal> signals, boolean foreground) {
        ProfileSettings settings = new ProfileSettings(
                true, Duration.ofMinutes(15), Duration.ZERO, Duration.ofHours(2), 6, Stance.DISPATCHER, null);
        AutomationProfile profile = new AutomationProfile(
                "p1", "r1", workspace, settings, AutomationProfile.State.NEW, 1, Scenes.NOW, Scenes.NOW);
        return new PulseSituation(
                profile,
                Scenes.NOW,
                "UTC",
                false,
                signals,
                0,
                0,
                foreground,
                foreground
                        ? List.of(new ChecklistItem("0123456789ab", "Daily", "Look", Duration.ofDays(1)))
                        : List.of(),
                List.of(),
                PulseSituation.Limits.NONE);
    }

    private static Signal signal(String workspace, @Nullable String origin) {
        return new Signal(
                "s1",
                "p1",
                workspace,
                SignalFamily.OPEN_LOOP_PRESSURE,
                SignalSource.TASKS,
                "f1",
                Urgency.HIGH,
                .8,
                Scenes.NOW.plusSeconds(3600),
                List.of("trace:t1"),
                2,
                Scenes.NOW,
                Scenes.NOW,
                "A promise is open",
                Map.of("count", "1"),
                origin,
                0);
    }
}
