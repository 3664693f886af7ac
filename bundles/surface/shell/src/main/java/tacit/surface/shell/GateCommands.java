package tacit.surface.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiments;
import tacit.api.gate.CostChange;
import tacit.api.gate.Verdict;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardRules;
import tacit.api.guard.GuardRules.Origin;
import tacit.api.guard.GuardRules.Rule;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Scope;

/** Shows what the gate said of an experiment, and which rules about tool calls are in force. */
@Component(
        service = GateCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=gate", "osgi.command.function=guards"})
public final class GateCommands {

    private final Experiments experiments;
    private final ReplayCases cases;
    private final GuardRules rules;

    @Activate
    public GateCommands(@Reference Experiments experiments, @Reference ReplayCases cases, @Reference GuardRules rules) {
        this.experiments = experiments;
        this.cases = cases;
        this.rules = rules;
    }

    @Descriptor("tells what the gate said of an experiment, and why: fixed and broken cases, power, walls")
    public void gate(
            CommandSession session,
            @Descriptor("fixed and broken cases to show of each") @Parameter(names = "--limit", absentValue = "20")
                    int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the experiment") String id) {
        Scope scope = Words.scope(workspace);
        int most = Words.page(0, limit).limit();
        Experiment experiment = experiments
                .find(scope, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No experiment has the id '" + id + "' in workspace '" + workspace + "'"));
        Printer printer = new Printer(session);
        if (json) {
            printer.print(fields(scope, experiment, most), true);
        } else {
            lines(scope, experiment, most).forEach(printer::line);
        }
    }

    private List<String> lines(Scope scope, Experiment experiment, int most) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Experiment " + experiment.id() + ", '" + experiment.proposal().title() + "', proposed by "
                        + experiment.proposal().proposer() + ", is " + Words.lower(experiment.state()));
        Experiment.@Nullable Trial trial = experiment.trial();
        if (trial == null) {
            lines.add("The gate has not judged it: no case was asked yet. Ask them with tacit:experiment --by NAME "
                    + experiment.id() + " run");
            return lines;
        }
        Verdict verdict = trial.verdict();
        lines.addAll(VerdictWords.decision(verdict));
        lines.addAll(list("Fixed", scope, verdict.effect().fixedIds(), most));
        lines.addAll(list("Broken", scope, verdict.effect().brokenIds(), most));
        lines.addAll(VerdictWords.power(verdict));
        verdict.costs().stream().map(VerdictWords::cost).forEach(lines::add);
        lines.addAll(VerdictWords.left(trial));
        lines.add(
                trial.sandbox().isEmpty()
                        ? "No walls stood around the candidate"
                        : "Walls around the candidate: " + String.join(", ", trial.sandbox()));
        return lines;
    }

    private List<String> list(String what, Scope scope, List<String> ids, int most) {
        List<String> lines = new ArrayList<>();
        lines.add(what + ": " + (ids.isEmpty() ? "none" : ids.size() + ", see tacit:eval show CASE"));
        ids.stream().limit(most).forEach(id -> lines.add("  " + id + "  " + title(scope, id)));
        if (ids.size() > most) {
            lines.add("  and " + (ids.size() - most) + " more, with --limit");
        }
        return lines;
    }

    private String title(Scope scope, String caseId) {
        return cases.find(scope, caseId)
                .map(ReplayCase::title)
                .orElse("(no case of this id is kept: a task of an agent, or a case that was deleted)");
    }

    private Map<String, @Nullable Object> fields(Scope scope, Experiment experiment, int most) {
        Map<String, @Nullable Object> fields = Rows.row(
                "id", experiment.id(),
                "title", experiment.proposal().title(),
                "state", Words.lower(experiment.state()));
        Experiment.@Nullable Trial trial = experiment.trial();
        if (trial == null) {
            fields.put("verdict", null);
            return fields;
        }
        Verdict verdict = trial.verdict();
        fields.put("verdict", verdict.decision());
        fields.put("reason", verdict.reason());
        fields.put("cases", verdict.effect().cases());
        fields.put("before", verdict.effect().before());
        fields.put("after", verdict.effect().after());
        fields.put("fixed", titled(scope, verdict.effect().fixedIds(), most));
        fields.put("broken", titled(scope, verdict.effect().brokenIds(), most));
        fields.put("pValue", verdict.pValue());
        fields.put("power", verdict.power().chance());
        fields.put("powerAtRise", verdict.power().effect());
        fields.put("detectable", verdict.power().detectable());
        fields.put("casesToDecide", verdict.casesToDecide());
        fields.put("costs", verdict.costs().stream().map(GateCommands::cost).toList());
        fields.put("unanswerable", trial.unanswerable());
        fields.put("quarantined", trial.quarantined());
        fields.put("walls", trial.sandbox());
        return fields;
    }

    private List<Map<String, @Nullable Object>> titled(Scope scope, List<String> ids, int most) {
        return ids.stream()
                .limit(most)
                .map(id -> Rows.row("id", id, "title", title(scope, id)))
                .toList();
    }

    private static Map<String, @Nullable Object> cost(CostChange cost) {
        return Rows.row(
                "measure", Words.lower(cost.measure()),
                "cases", cost.cases(),
                "before", cost.before(),
                "after", cost.after());
    }

    @Descriptor("lists the rules about tool calls that are in force, hard limits first")
    public void guards(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "50") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("without the hard limits")
                    @Parameter(names = "--learned", presentValue = "true", absentValue = "false")
                    boolean learned,
            @Descriptor("the workspace whose experiments are named")
                    @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        Words.page(offset, limit);
        List<Rule> all = rules.inForce(Words.scope(workspace)).stream()
                .filter(rule -> !learned || !rule.hard())
                .toList();
        List<Map<String, @Nullable Object>> rows =
                all.stream().skip(offset).limit(limit).map(GateCommands::row).toList();
        Printer printer = new Printer(session);
        printer.print(new Rows(rows, offset, all.size()), json);
        if (!json) {
            all.stream()
                    .skip(offset)
                    .limit(limit)
                    .map(GateCommands::grounds)
                    .flatMap(Optional::stream)
                    .forEach(printer::line);
        }
    }

    private static Map<String, @Nullable Object> row(Rule rule) {
        @Nullable GuardCondition condition = rule.condition();
        @Nullable Origin origin = rule.origin();
        return Rows.row(
                "rule", rule.id(),
                "effect", Words.lower(rule.effect()),
                "kind", condition == null ? "hard limit" : Words.lower(condition.kind()),
                "role", condition == null ? null : Words.lower(condition.role()),
                "tool", condition == null ? null : tool(condition),
                "since", rule.since(),
                "experiment", origin == null ? null : origin.experimentId(),
                "traces", origin == null ? null : origin.traces(),
                "sentence", rule.sentence());
    }

    private static String tool(GuardCondition condition) {
        @Nullable String required = condition.parameters().get(GuardCondition.REQUIRED);
        return (condition.tool() == null ? "every" : condition.tool())
                + (required == null ? "" : " before " + required);
    }

    private static Optional<String> grounds(Rule rule) {
        return Optional.ofNullable(rule.origin())
                .map(origin -> rule.id() + " rests on " + origin.traces() + " traces ('" + origin.title() + "'): "
                        + origin.grounds());
    }
}
