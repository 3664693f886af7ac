package tacit.surface.shell;

import java.util.Map;
import java.util.Set;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.RecordedBatches;
import tacit.api.store.Scope;

/** Commands that have proposed changes of the harness proved, and promote them or bring them back. */
@Component(
        service = ExperimentCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=experiments", "osgi.command.function=experiment"
        })
public final class ExperimentCommands {

    private static final String KNOWN = "run, approve, canary, promote, watch, reject or rollback";

    private final Experiments experiments;
    private final RecordedBatches batches;

    @Activate
    public ExperimentCommands(@Reference Experiments experiments, @Reference RecordedBatches batches) {
        this.experiments = experiments;
        this.batches = batches;
    }

    @Descriptor("lists what was proposed and what became of it, the newest first")
    public void experiments(
            CommandSession session,
            @Descriptor("those in this state only, such as passed_gate") @Parameter(names = "--state", absentValue = "")
                    String state,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        @Nullable ExperimentState wanted = Words.optional(ExperimentState.class, state);
        Set<ExperimentState> states = wanted == null ? Set.of() : Set.of(wanted);
        new Printer(session)
                .print(
                        Rows.of(
                                experiments.list(Words.scope(workspace), states, Words.page(offset, limit)),
                                ExperimentView::row),
                        json);
    }

    @Descriptor(
            "shows an experiment with its verdict and history, or leads it on: ID [run|approve|canary|promote|watch|reject|rollback]")
    public void experiment(
            CommandSession session,
            @Descriptor("who does it") @Parameter(names = "--by", absentValue = Words.OPERATOR) String by,
            @Descriptor("why") @Parameter(names = "--reason", absentValue = "asked for in the shell") String reason,
            @Descriptor("of a canary: the share of units that the candidate serves")
                    @Parameter(names = "--share", absentValue = "0.1")
                    double share,
            @Descriptor("of a run: the recorded batches of both arms, as BASELINE,CANDIDATE")
                    @Parameter(names = "--batches", absentValue = "")
                    String names,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the experiment, and " + KNOWN) String... words) {
        if (words.length < 1 || words.length > 2) {
            throw new IllegalArgumentException("experiment needs an id, and may be told " + KNOWN);
        }
        Scope scope = Words.scope(workspace);
        Experiment experiment = words.length == 1
                ? found(scope, words[0])
                : words[1].equals("canary")
                        ? experiments.canary(scope, words[0], share, by, reason)
                        : words[1].equals("run") && !names.isEmpty()
                                ? run(scope, words[0], names, by)
                                : act(scope, words[0], words[1], by, reason);
        Printer printer = new Printer(session);
        Map<String, @Nullable Object> details = ExperimentView.details(experiment);
        experiments
                .comparisons(scope, experiment.id())
                .forEach(live -> details.put(ExperimentView.name(live), ExperimentView.said(live)));
        printer.print(details, json);
        if (!json) {
            printer.print(Rows.of(experiments.history(scope, experiment.id()), ExperimentView::step), false);
        }
    }

    private Experiment found(Scope scope, String id) {
        return experiments
                .find(scope, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No experiment has the id '" + id + "' in workspace '" + scope.workspaceId() + "'"));
    }

    private Experiment run(Scope scope, String id, String names, String by) {
        String[] both = names.split(",", -1);
        if (both.length != 2) {
            throw new IllegalArgumentException("--batches must be BASELINE,CANDIDATE, got '" + names + "'");
        }
        return experiments.run(scope, id, by, batches.over(found(scope, id), both[0].strip(), both[1].strip()));
    }

    private Experiment act(Scope scope, String id, String verb, String by, String reason) {
        return switch (verb) {
            case "run" -> experiments.run(scope, id, by);
            case "approve" -> experiments.approve(scope, id, by, reason);
            case "promote" -> experiments.promote(scope, id, by, reason);
            case "watch" -> experiments.follow(scope, id);
            case "reject" -> experiments.reject(scope, id, by, reason);
            case "rollback" -> experiments.rollBack(scope, id, by, reason);
            default -> throw new IllegalArgumentException("experiment knows " + KNOWN + ", got '" + verb + "'");
        };
    }
}
