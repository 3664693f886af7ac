package tacit.api.autonomy;

import java.util.List;
import java.util.Objects;

/**
 * All that is known when an act is judged. Immutable; the same situation always gives the same decision.
 *
 * @param request the act
 * @param config what the automation may do
 * @param mode what counts where no rule says anything
 * @param rules in no order
 * @param earned whether what it wants was earned for its target and action
 * @param denials how often this very act was denied without a pause
 * @param totalDenials how often it was denied at all
 */
public record PermissionSituation(
        ActionRequest request,
        AgentConfig config,
        PermissionMode mode,
        List<PermissionRule> rules,
        EarnedAutonomy earned,
        int denials,
        int totalDenials) {

    public PermissionSituation {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(earned, "earned");
        rules = List.copyOf(rules);
    }
}
