package tacit.surface.gateway.rest.proof;

import static tacit.surface.gateway.rest.reply.Views.put;
import static tacit.surface.gateway.rest.reply.Views.time;
import static tacit.surface.gateway.rest.reply.Views.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.Proposal;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CostChange;
import tacit.api.gate.Effect;
import tacit.api.gate.Verdict;

/** How experiments look as JSON. Pure functions. */
final class ProofViews {

    private ProofViews() {}

    static Map<String, Object> experiment(Experiment experiment) {
        Proposal proposal = experiment.proposal();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", experiment.id());
        fields.put("workspaceId", experiment.workspaceId());
        fields.put("state", word(experiment.state()));
        fields.put("version", experiment.version());
        fields.put("kind", word(proposal.kind()));
        fields.put("role", proposal.role());
        fields.put("title", proposal.title());
        fields.put("why", proposal.why());
        fields.put("proposer", proposal.proposer());
        put(fields, "clusterId", proposal.clusterId());
        fields.put("evidence", proposal.evidence());
        fields.put("changes", changes(experiment));
        fields.put("baseGeneration", experiment.baseGeneration());
        put(fields, "generation", experiment.generation());
        Experiment.Trial trial = experiment.trial();
        put(fields, "trial", trial == null ? null : trial(trial));
        fields.put("createdAt", experiment.createdAt().toString());
        fields.put("changedAt", experiment.changedAt().toString());
        return fields;
    }

    private static List<Map<String, Object>> changes(Experiment experiment) {
        List<Map<String, Object>> changes = new ArrayList<>();
        HarnessChange change = experiment.proposal().change();
        int index = 0;
        for (String place : change.places()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("place", place);
            put(fields, "before", experiment.before().get(index++).orElse(null));
            put(fields, "after", wanted(change).get(place));
            changes.add(fields);
        }
        return changes;
    }

    private static Map<String, String> wanted(HarnessChange change) {
        Map<String, String> wanted = new LinkedHashMap<>();
        change.bundles().forEach((role, sha256) -> wanted.put("role:" + role, sha256));
        change.configurations()
                .forEach((pid, settings) -> settings.forEach((key, value) -> wanted.put(pid + ":" + key, value)));
        return wanted;
    }

    private static Map<String, Object> trial(Experiment.Trial trial) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("evaluator", trial.evaluator());
        fields.put("at", trial.at().toString());
        fields.put("asked", trial.asked());
        fields.put("unanswerable", trial.unanswerable());
        fields.put("quarantined", trial.quarantined());
        fields.put("sandbox", trial.sandbox());
        fields.put("verdict", verdict(trial.verdict()));
        return fields;
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        Effect effect = verdict.effect();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decision", word(verdict.decision()));
        fields.put("reason", verdict.reason());
        fields.put("cases", effect.cases());
        fields.put("passedBefore", effect.before());
        fields.put("passedAfter", effect.after());
        fields.put("fixed", effect.fixedIds());
        fields.put("broken", effect.brokenIds());
        fields.put("pValue", verdict.pValue());
        fields.put("reversePValue", verdict.reversePValue());
        put(fields, "casesToDecide", verdict.casesToDecide());
        fields.put(
                "power",
                Map.of(
                        "effect",
                        verdict.power().effect(),
                        "chance",
                        verdict.power().chance()));
        fields.put("costs", verdict.costs().stream().map(ProofViews::cost).toList());
        return fields;
    }

    private static Map<String, Object> cost(CostChange cost) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("measure", word(cost.measure()));
        fields.put("cases", cost.cases());
        fields.put("before", cost.before());
        fields.put("after", cost.after());
        put(fields, "pValue", cost.pValue());
        return fields;
    }

    static Map<String, Object> step(ExperimentStep step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", step.version());
        put(fields, "from", step.from() == null ? null : word(step.from()));
        fields.put("to", word(step.to()));
        fields.put("approval", step.approval());
        fields.put("by", step.by());
        fields.put("reason", step.reason());
        fields.put("at", step.at().toString());
        return fields;
    }

    static Map<String, Object> comparison(LiveComparison live) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", word(live.kind()));
        fields.put("state", word(live.state()));
        fields.put("reason", live.reason());
        put(fields, "share", live.share());
        fields.put("startedAt", live.startedAt().toString());
        put(fields, "endedAt", time(live.endedAt()));
        fields.put(
                "measured", live.measured().stream().map(ProofViews::measured).toList());
        return fields;
    }

    private static Map<String, Object> measured(LiveComparison.Measured measured) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("measure", word(measured.measure()));
        fields.put("before", tally(measured.before()));
        fields.put("after", tally(measured.after()));
        fields.put("low", measured.low());
        fields.put("high", measured.high());
        fields.put("decision", word(measured.decision()));
        return fields;
    }

    private static Map<String, Object> tally(ArmTally tally) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cases", tally.cases());
        fields.put("successes", tally.successes());
        return fields;
    }
}
