package tacit.runtime.itest.contract;

import static tacit.runtime.itest.contract.Scenes.NOW;

import java.util.List;
import java.util.Map;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.AutonomyPolicy;
import tacit.api.autonomy.AutonomyPreset;
import tacit.api.autonomy.AutonomyRequest;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionMode;
import tacit.api.autonomy.PermissionSituation;

/** What may be done without asking. */
final class AutonomyScenes {

    private AutonomyScenes() {}

    static void policy(AutonomyPolicy policy, String workspace) {
        EarnedAutonomy earned = EarnedAutonomy.none("p1", "workspace:" + workspace, "run_command");
        for (AutonomyPreset preset : AutonomyPreset.values()) {
            AgentConfig config = policy.configure(new AutonomyRequest(preset, null, null, null, null));
            for (PermissionMode mode : PermissionMode.values()) {
                policy.decide(new PermissionSituation(request(workspace), config, mode, List.of(), earned, 0, 0));
            }
        }
        policy.measure(policy.measure(earned, true, NOW), false, NOW);
    }

    private static ActionRequest request(String workspace) {
        return new ActionRequest(
                "r1",
                "p1",
                workspace,
                "ada",
                "workspace:" + workspace,
                ApprovalType.RUN_COMMAND,
                "run_command",
                "Build",
                Map.of("command", "make && ls"),
                null,
                List.of());
    }
}
