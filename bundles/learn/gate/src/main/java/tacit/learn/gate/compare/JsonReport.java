package tacit.learn.gate.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tacit.api.command.Console;
import tacit.api.gate.CostChange;
import tacit.api.gate.Effect;
import tacit.api.gate.Power;
import tacit.api.gate.Verdict;

/** One JSON object in one line, for programs. */
final class JsonReport implements Report {

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public String write(Comparison comparison, Console console) {
        try {
            return mapper.writeValueAsString(figures(comparison)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the verdict as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Object> figures(Comparison comparison) {
        Verdict verdict = comparison.verdict();
        Effect effect = verdict.effect();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("verdict", verdict.decision().name());
        figures.put("reason", verdict.reason());
        figures.put("cases", effect.cases());
        figures.put("before", effect.before());
        figures.put("after", effect.after());
        figures.put("fixed", effect.fixed());
        figures.put("broken", effect.broken());
        figures.put("pValue", verdict.pValue());
        figures.put("casesToDecide", verdict.casesToDecide());
        figures.put("reversePValue", verdict.reversePValue());
        figures.put("brokenShare", verdict.breakage().share());
        figures.put("brokenBudget", verdict.breakage().budget());
        figures.put("power", power(verdict.power()));
        verdict.costs().forEach(cost -> figures.put(cost.measure().name().toLowerCase(Locale.ROOT), cost(cost)));
        figures.put("baseline", batch(comparison.baseline(), comparison.onlyInBaseline()));
        figures.put("candidate", batch(comparison.candidate(), comparison.onlyInCandidate()));
        figures.put("fixedIds", effect.fixedIds());
        figures.put("brokenIds", effect.brokenIds());
        return figures;
    }

    private static Map<String, Object> power(Power power) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("effect", power.effect());
        figures.put("chance", power.chance());
        figures.put("detectable", power.detectable());
        figures.put("exact", power.exact());
        return figures;
    }

    private static Map<String, Object> cost(CostChange cost) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", cost.cases());
        figures.put("before", cost.before());
        figures.put("after", cost.after());
        figures.put("pValue", cost.pValue());
        return figures;
    }

    private static Map<String, Object> batch(Batch batch, long unpaired) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("runs", batch.runs());
        figures.put("tasks", batch.tasks().size());
        figures.put("unpairedTasks", unpaired);
        figures.put("runsWithoutTask", batch.withoutTask());
        figures.put("runsWithoutOutcome", batch.withoutOutcome());
        figures.put("refused", batch.refusals().size());
        return figures;
    }
}
