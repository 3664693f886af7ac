package tacit.pulse.mind.run;

import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.ReflectionTarget.Health;
import tacit.api.reflect.ReflectionTarget.Last;
import tacit.api.reflect.ReflectionTarget.State;
import tacit.api.reflect.ReflectionTarget.Times;

/** Targets with something changed. */
public final class Targets {

    private Targets() {}

    public static ReflectionTarget with(ReflectionTarget target, Health health, State state, Times times, Last last) {
        return new ReflectionTarget(
                target.profileId(),
                target.key(),
                target.kind(),
                target.workspaceId(),
                target.label(),
                health,
                state,
                target.persistence(),
                target.missedRun(),
                target.jitter(),
                target.backlog(),
                target.fingerprint(),
                times,
                last);
    }
}
