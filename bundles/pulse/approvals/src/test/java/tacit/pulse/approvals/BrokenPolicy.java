package tacit.pulse.approvals;

import java.time.Instant;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.AutonomyPolicy;
import tacit.api.autonomy.AutonomyRequest;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionSituation;

/** Answers nothing. */
final class BrokenPolicy implements AutonomyPolicy {

    @Override
    public AgentConfig configure(AutonomyRequest request) {
        throw new IllegalStateException("There is no policy");
    }

    @Override
    public PermissionDecision decide(PermissionSituation situation) {
        throw new IllegalStateException("There is no policy");
    }

    @Override
    public EarnedAutonomy measure(EarnedAutonomy before, boolean success, Instant at) {
        throw new IllegalStateException("There is no policy");
    }
}
