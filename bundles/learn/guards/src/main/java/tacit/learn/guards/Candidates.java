package tacit.learn.guards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.guard.CallStep;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardKind;
import tacit.api.guard.ToolCall;
import tacit.api.guard.ToolRole;
import tacit.learn.conditions.ToolRoles;

/** The conditions that are tried: each kind on each role and on each tool that was seen. */
final class Candidates {

    private static final Map<ToolRole, List<GuardKind>> KINDS = Map.of(
            ToolRole.READ,
            List.of(GuardKind.UNSEEN_VALUE, GuardKind.REPEATED_CALL),
            ToolRole.WRITE,
            List.of(
                    GuardKind.UNSEEN_VALUE,
                    GuardKind.UNAGREED_WRITE,
                    GuardKind.RETRY_WITHOUT_USER,
                    GuardKind.REPEATED_FAILURE,
                    GuardKind.AFTER_FAILED_READ,
                    GuardKind.AFTER_EMPTY_READ,
                    GuardKind.UNCONFIRMED));

    private Candidates() {}

    /** Those without a tool first, then in the order of their texts. */
    static List<GuardCondition> of(List<GradedHistory> histories) {
        Map<String, ToolRole> tools = tools(histories);
        List<GuardCondition> conditions = new ArrayList<>();
        KINDS.forEach((role, kinds) -> kinds.forEach(kind -> conditions.add(GuardCondition.of(kind, role))));
        tools.forEach((tool, role) -> {
            kinds(role).forEach(kind -> conditions.add(GuardCondition.of(kind, role, tool)));
            if (role == ToolRole.WRITE) {
                tools.forEach((other, its) -> {
                    if (its == ToolRole.READ) {
                        conditions.add(GuardCondition.missing(other, role, tool));
                    }
                });
            }
        });
        conditions.sort(Comparator.comparing((GuardCondition condition) -> !condition.generic())
                .thenComparing(GuardCondition::text));
        return List.copyOf(conditions);
    }

    private static List<GuardKind> kinds(ToolRole role) {
        return KINDS.getOrDefault(role, List.of());
    }

    private static Map<String, ToolRole> tools(List<GradedHistory> histories) {
        Map<String, ToolRole> tools = new TreeMap<>();
        for (GradedHistory history : histories) {
            for (CallStep step : history.history().steps()) {
                ToolCall call = step.call();
                if (call != null) {
                    tools.put(call.tool(), ToolRoles.of(call));
                }
            }
        }
        return tools;
    }
}
