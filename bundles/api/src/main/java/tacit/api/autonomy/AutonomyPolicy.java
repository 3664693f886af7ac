package tacit.api.autonomy;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Says what an automation may do. Pure functions. What the hard guardrails of the host deny stays denied, whatever is said here.
 */
@Role("autonomy")
@ConsumerType
public interface AutonomyPolicy {

    /** What an automated task of a role may do by itself ({@code buildCoreAutomationAgentConfig}). */
    AgentConfig configure(AutonomyRequest request);

    PermissionDecision decide(PermissionSituation situation);

    /** What one more measured result makes of what was earned. */
    EarnedAutonomy measure(EarnedAutonomy before, boolean success, java.time.Instant at);
}
