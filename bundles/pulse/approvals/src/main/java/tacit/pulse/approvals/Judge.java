package tacit.pulse.approvals;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AutonomyPolicy;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionSituation;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.pulse.guardrails.Floor;

/** Asks the active policy, and holds it to the guardrails whatever it says. Thread-safe. */
@Component(service = Judge.class)
public final class Judge {

    private static final Logger log = LoggerFactory.getLogger(Judge.class);

    private final AutonomyPolicy policy;
    private final Surroundings surroundings;

    @Activate
    public Judge(@Reference AutonomyPolicy policy, @Reference ScopedSettings settings) {
        this.policy = policy;
        this.surroundings = new Surroundings(policy, settings);
    }

    AutonomyPolicy policy() {
        return policy;
    }

    Surroundings.Posture posture(Subject subject) {
        return surroundings.of(subject, Map.of());
    }

    /**
     * Judges an act.
     *
     * @param changes settings that are tried in the place of those that are set
     */
    PermissionDecision judge(
            ActionRequest request,
            Map<String, String> changes,
            List<PermissionRule> rules,
            EarnedAutonomy earned,
            EntryRows.Denials denials) {
        Subject subject = new Subject(request.workspaceId(), request.profileId(), request.userId());
        Surroundings.Posture posture = surroundings.of(subject, changes);
        PermissionSituation situation = new PermissionSituation(
                request, posture.config(), posture.mode(), rules, earned, denials.consecutive(), denials.total());
        return Floor.hold(situation, said(situation));
    }

    private PermissionDecision said(PermissionSituation situation) {
        try {
            return policy.decide(situation);
        } catch (RuntimeException e) {
            log.warn("Cannot ask the policy of autonomy; somebody is asked instead", e);
            return new PermissionDecision(
                    PermissionEffect.ASK,
                    "mode",
                    "policy.missing",
                    "No policy answers",
                    Floor.persistence(situation.request()));
        }
    }
}
