package tacit.pulse.guardrails;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Source;

/** Finds the rule that says most about an act. Pure. */
public final class RuleChoice {

    private static final int TOOL = 1000;
    private static final int TOOL_PREFIX = 750;

    private RuleChoice() {}

    /** The most specific one; of several that of the higher source, then the stricter, then the first by its id. */
    public static Optional<PermissionRule> best(ActionRequest request, List<PermissionRule> rules) {
        return rules.stream()
                .filter(rule -> RuleMatch.fits(request, rule))
                .max(Comparator.comparingInt(RuleChoice::specificity)
                        .thenComparing(rule -> source(rule.source()))
                        .thenComparing(rule -> strictness(rule.effect()))
                        .thenComparing(PermissionRule::id, Comparator.reverseOrder()));
    }

    /** How much a rule looks at. */
    public static int specificity(PermissionRule rule) {
        int length = rule.pattern().length();
        return switch (rule.scope()) {
            case DOMAIN -> 4500 + length + ofTool(rule);
            case PATH -> 4000 + length + (ofTool(rule) == TOOL ? TOOL : 0);
            case COMMAND_PREFIX -> 3000 + length;
            case MCP_SERVER -> 2000 + length;
            case TOOL -> 1000 + length;
        };
    }

    private static int ofTool(PermissionRule rule) {
        String tool = rule.tool();
        if (tool == null) {
            return 0;
        }
        return tool.toLowerCase(Locale.ROOT).endsWith("*") ? TOOL_PREFIX : TOOL;
    }

    static int source(Source source) {
        return switch (source) {
            case SESSION -> 600;
            case WORKSPACE_DB -> 500;
            case WORKSPACE_MANIFEST -> 400;
            case PROFILE -> 300;
            case LEGACY_GUARDRAILS -> 200;
            case LEGACY_BUILTIN -> 100;
        };
    }

    static int strictness(PermissionEffect effect) {
        return switch (effect) {
            case DENY -> 30;
            case ASK -> 20;
            case ALLOW -> 10;
        };
    }
}
