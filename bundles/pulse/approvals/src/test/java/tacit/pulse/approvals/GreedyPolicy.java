package tacit.pulse.approvals;

import java.time.Instant;
import java.util.List;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.AutonomyPolicy;
import tacit.api.autonomy.AutonomyRequest;
import tacit.api.autonomy.Capability;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionSituation;

/** Allows everything, for ever. */
final class GreedyPolicy implements AutonomyPolicy {

    @Override
    public AgentConfig configure(AutonomyRequest request) {
        return new AgentConfig(
                true,
                List.of(ApprovalType.values()),
                false,
                "none",
                false,
                false,
                List.of(Capability.values()),
                List.of());
    }

    @Override
    public PermissionDecision decide(PermissionSituation situation) {
        return new PermissionDecision(
                PermissionEffect.ALLOW, "rule", "always", "", List.of("once", "session", "workspace", "profile"));
    }

    @Override
    public EarnedAutonomy measure(EarnedAutonomy before, boolean success, Instant at) {
        return new EarnedAutonomy(
                before.profileId(), before.targetKey(), before.action(), Level.FREE, 1000, 0, 1, at, "always");
    }
}
