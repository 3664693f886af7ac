package tacit.bench.guards;

import java.util.LinkedHashMap;
import java.util.Map;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEvidence;
import tacit.api.guard.GuardRule;

/** A rule as it is printed. */
final class RuleRow {

    private RuleRow() {}

    static Map<String, Object> of(GuardRule rule) {
        GuardCondition condition = rule.condition();
        GuardEvidence evidence = rule.evidence();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", rule.id());
        row.put("kind", condition.kind().name());
        row.put("on", condition.tool() == null ? condition.role().name() : condition.tool());
        row.put("parameters", condition.parameters());
        row.put("effect", rule.effect().name());
        row.put("tasks", evidence.tasks());
        row.put("precision", HeldOut.rounded(evidence.precision()));
        row.put("pValue", HeldOut.rounded(evidence.pValue()));
        row.put("mixedTasks", evidence.mixedTasks());
        Double lift = evidence.mixedLift();
        if (lift != null) {
            row.put("mixedLift", HeldOut.rounded(lift));
        }
        row.put("traces", evidence.traceIds().size());
        row.put("sentence", rule.sentence());
        return row;
    }
}
