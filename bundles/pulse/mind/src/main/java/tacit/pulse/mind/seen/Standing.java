package tacit.pulse.mind.seen;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.HeartbeatStatus;
import tacit.api.pulse.PulseOutcome;
import tacit.api.reflect.ReflectionEvidence;

/** How the profile itself stands, where that is not idle. */
final class Standing implements Source {

    @Override
    public String name() {
        return "profile status";
    }

    @Override
    public List<Sighting> look(AutomationProfile profile, Instant since) {
        AutomationProfile.State state = profile.state();
        Instant at = state.lastPulseAt();
        boolean wrong = state.status() == HeartbeatStatus.ERROR;
        if (at == null || at.isBefore(since) || (!wrong && state.lastPulseResult() == PulseOutcome.IDLE)) {
            return List.of();
        }
        String result = state.lastPulseResult() == null
                ? "nothing"
                : state.lastPulseResult().name().toLowerCase(Locale.ROOT);
        return List.of(Keys.role(
                profile,
                Keys.Saw.made(
                        ReflectionEvidence.Type.HEARTBEAT_SIGNAL,
                        wrong,
                        "the heartbeat is " + state.status().name().toLowerCase(Locale.ROOT)
                                + ", its last pulse came to " + result,
                        "heartbeat:" + profile.id(),
                        "profile:" + profile.id(),
                        at,
                        "standing",
                        state.status(),
                        result,
                        at)));
    }
}
