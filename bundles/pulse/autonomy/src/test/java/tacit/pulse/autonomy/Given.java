package tacit.pulse.autonomy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.AutonomyPreset;
import tacit.api.autonomy.AutonomyRequest;
import tacit.api.autonomy.Capability;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionMode;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Scope;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.api.autonomy.PermissionSituation;

/** Situations that tests ask about. */
final class Given {

    static final List<Capability> ALL = List.of(Capability.values());

    private Given() {}

    static ActionRequest act(ApprovalType type, String... details) {
        return new ActionRequest(
                "r1", "p1", "w1", null, "workspace:w1", type, "act", "An act", map(details), null, List.of());
    }

    static ActionRequest command(String command) {
        return act(ApprovalType.RUN_COMMAND, "command", command);
    }

    private static Map<String, String> map(String... details) {
        return switch (details.length) {
            case 0 -> Map.of();
            case 2 -> Map.of(details[0], details[1]);
            case 4 -> Map.of(details[0], details[1], details[2], details[3]);
            default -> throw new IllegalArgumentException(Arrays.toString(details));
        };
    }

    static AgentConfig config(AutonomyPreset preset) {
        return new LayeredPolicy().configure(new AutonomyRequest(preset, null, null, null, null));
    }

    static AgentConfig able(AutonomyPreset preset, @Nullable List<ApprovalType> auto) {
        return new LayeredPolicy().configure(new AutonomyRequest(preset, auto, null, null, ALL));
    }

    static PermissionSituation situation(ActionRequest request, PermissionMode mode, PermissionRule... rules) {
        return new PermissionSituation(
                request, able(AutonomyPreset.SAFE_AUTONOMY, null), mode, List.of(rules), earned(Level.ASKED), 0, 0);
    }

    static PermissionSituation earnedSituation(ActionRequest request, PermissionMode mode, Level level) {
        return new PermissionSituation(
                request, able(AutonomyPreset.SAFE_AUTONOMY, null), mode, List.of(), earned(level), 0, 0);
    }

    static PermissionSituation with(AgentConfig config, ActionRequest request, PermissionMode mode) {
        return new PermissionSituation(request, config, mode, List.of(), earned(Level.ASKED), 0, 0);
    }

    static EarnedAutonomy earned(Level level) {
        return new EarnedAutonomy("p1", "workspace:w1", "act", level, 20, 0, 0.84, null, "20 of 20 went well");
    }

    static PermissionRule rule(PermissionEffect effect, Scope scope, String pattern, Source source) {
        return new PermissionRule(effect + " " + pattern, effect, scope, pattern, null, source);
    }
}
