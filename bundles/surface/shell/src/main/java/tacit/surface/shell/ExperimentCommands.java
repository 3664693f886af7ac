package tacit.surface.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.gate.Power;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.Staging;
import tacit.api.store.Scope;

/** Commands that propose changes of the harness, have them proved, and promote them or bring them back. */
@Component(
        service = ExperimentCommands.class,
        property = {
            "osgi.command.scope=tacit",
            "osgi.command.function=experiments",
            "osgi.command.function=experiment",
            "osgi.command.function=propose"
        })
public final class ExperimentCommands {

    private static final String KNOWN = "run, promote, reject or rollback";

    private final Experiments experiments;
    private final Generations generations;
    private final Staging staging;

    @Activate
    public ExperimentCommands(
            @Reference Experiments experiments, @Reference Generations generations, @Reference Staging staging) {
        this.experiments = experiments;
        this.generations = generations;
        this.staging = staging;
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
                                ExperimentCommands::row),
                        json);
    }

    @Descriptor("proposes a change of one role: CANDIDATE (hash, name or name@version) or PID:KEY=VALUE")
    public void propose(
            CommandSession session,
            @Descriptor("whose answers become better") @Parameter(names = "--role", absentValue = "") String role,
            @Descriptor("who proposes it; somebody else promotes it")
                    @Parameter(names = "--by", absentValue = Words.OPERATOR)
                    String by,
            @Descriptor("in words") @Parameter(names = "--title", absentValue = "") String title,
            @Descriptor("what it should do, and on what grounds")
                    @Parameter(names = "--why", absentValue = "Proposed in the shell")
                    String why,
            @Descriptor("the family of failures that it is against") @Parameter(names = "--cluster", absentValue = "")
                    String cluster,
            @Descriptor("what is changed, such as bundle or configuration")
                    @Parameter(names = "--kind", absentValue = "")
                    String kind,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the candidate and settings") String... words) {
        if (role.isEmpty()) {
            throw new IllegalArgumentException("propose needs --role ROLE, see tacit:roles");
        }
        HarnessChange change = change(role, words);
        Proposal.ChangeKind usual =
                change.bundles().isEmpty() ? Proposal.ChangeKind.CONFIGURATION : Proposal.ChangeKind.BUNDLE;
        Proposal proposal = new Proposal(
                kind.isEmpty() ? usual : Words.required(Proposal.ChangeKind.class, kind),
                change,
                role,
                title.isEmpty() ? "Change " + String.join(", ", change.places()) : title,
                why,
                List.of(),
                Words.optional(cluster),
                by);
        new Printer(session).print(details(experiments.propose(Words.scope(workspace), proposal)), json);
    }

    private HarnessChange change(String role, String... words) {
        Optional<Generation> active = generations.active();
        ActivationRequest request = new Choice(staging.candidates(), generations.list())
                .request(
                        List.of(words),
                        List.of(words).stream().allMatch(word -> word.contains("=")) ? null : role,
                        null,
                        active,
                        "proposed");
        SortedMap<String, SortedMap<String, String>> changed = new TreeMap<>();
        request.configurations().forEach((pid, settings) -> {
            SortedMap<String, String> before = active.map(Generation::configurations)
                    .map(all -> all.get(pid))
                    .orElseGet(TreeMap::new);
            SortedMap<String, String> differing = new TreeMap<>(settings);
            differing.entrySet().removeIf(setting -> setting.getValue().equals(before.get(setting.getKey())));
            if (!differing.isEmpty()) {
                changed.put(pid, differing);
            }
        });
        if (request.bundles().isEmpty() && changed.isEmpty()) {
            throw new IllegalArgumentException("The settings are so already: nothing would change");
        }
        return new HarnessChange(request.bundles(), changed);
    }

    @Descriptor("shows an experiment with its verdict and history, or leads it on: ID [run|promote|reject|rollback]")
    public void experiment(
            CommandSession session,
            @Descriptor("who does it") @Parameter(names = "--by", absentValue = Words.OPERATOR) String by,
            @Descriptor("why") @Parameter(names = "--reason", absentValue = "asked for in the shell") String reason,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the experiment, and " + KNOWN) String... words) {
        if (words.length < 1 || words.length > 2) {
            throw new IllegalArgumentException("experiment needs an id, and may be told " + KNOWN);
        }
        Scope scope = Words.scope(workspace);
        Experiment experiment = words.length == 1 ? found(scope, words[0]) : act(scope, words[0], words[1], by, reason);
        Printer printer = new Printer(session);
        printer.print(details(experiment), json);
        if (!json) {
            printer.print(Rows.of(experiments.history(scope, experiment.id()), ExperimentCommands::step), false);
        }
    }

    private Experiment found(Scope scope, String id) {
        return experiments
                .find(scope, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No experiment has the id '" + id + "' in workspace '" + scope.workspaceId() + "'"));
    }

    private Experiment act(Scope scope, String id, String verb, String by, String reason) {
        return switch (verb) {
            case "run" -> experiments.run(scope, id, by);
            case "promote" -> experiments.promote(scope, id, by, reason);
            case "reject" -> experiments.reject(scope, id, by, reason);
            case "rollback" -> experiments.rollBack(scope, id, by, reason);
            default -> throw new IllegalArgumentException("experiment knows " + KNOWN + ", got '" + verb + "'");
        };
    }

    private static Map<String, @Nullable Object> row(Experiment experiment) {
        Experiment.@Nullable Trial trial = experiment.trial();
        return Rows.row(
                "id", experiment.id(),
                "state", Words.lower(experiment.state()),
                "role", experiment.proposal().role(),
                "title", experiment.proposal().title(),
                "cases", trial == null ? null : trial.asked(),
                "fixed", trial == null ? null : trial.verdict().effect().fixed(),
                "broken", trial == null ? null : trial.verdict().effect().broken(),
                "by", experiment.proposal().proposer());
    }

    private static Map<String, @Nullable Object> details(Experiment experiment) {
        Map<String, @Nullable Object> all = row(experiment);
        all.put("kind", Words.lower(experiment.proposal().kind()));
        all.put("why", experiment.proposal().why());
        all.put("changes", changes(experiment));
        all.put("compared with", "generation " + experiment.baseGeneration());
        all.put("generation", experiment.generation());
        Experiment.@Nullable Trial trial = experiment.trial();
        if (trial != null) {
            all.put(
                    "verdict",
                    trial.verdict().decision() + ": " + trial.verdict().reason());
            all.put("power", power(trial.verdict().power()));
            all.put("cases needed", trial.verdict().casesToDecide());
            all.put("fixed cases", ids(trial.verdict().effect().fixedIds()));
            all.put("broken cases", ids(trial.verdict().effect().brokenIds()));
            all.put("unanswerable", trial.unanswerable() == 0 ? null : trial.unanswerable());
            all.put("quarantined", ids(trial.quarantined()));
            all.put("sandbox", trial.sandbox().isEmpty() ? null : String.join(", ", trial.sandbox()));
        }
        return all;
    }

    private static String power(Power power) {
        return String.format(
                Locale.ROOT, "%.0f %% to find a rise of %.0f points", 100 * power.chance(), 100 * power.effect());
    }

    private static String changes(Experiment experiment) {
        List<String> changes = new ArrayList<>();
        int index = 0;
        HarnessChange change = experiment.proposal().change();
        for (String place : change.places()) {
            String before = experiment.before().get(index++).orElse("(default)");
            changes.add(place + " was " + shortened(before) + ", becomes " + shortened(wanted(change, place)));
        }
        return String.join("; ", changes);
    }

    private static String wanted(HarnessChange change, String place) {
        if (place.startsWith("role:")) {
            return Objects.requireNonNull(change.bundles().get(place.substring("role:".length())));
        }
        int colon = place.lastIndexOf(':');
        return Objects.requireNonNull(
                Objects.requireNonNull(change.configurations().get(place.substring(0, colon)))
                        .get(place.substring(colon + 1)));
    }

    private static String shortened(String value) {
        return value.matches("[0-9a-f]{64}") ? value.substring(0, 12) : "'" + value + "'";
    }

    private static @Nullable String ids(List<String> ids) {
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    private static Map<String, @Nullable Object> step(ExperimentStep step) {
        ExperimentState from = step.from();
        return Rows.row(
                "at", step.at(),
                "from", from == null ? null : Words.lower(from),
                "to", Words.lower(step.to()),
                "by", step.by(),
                "reason", step.reason());
    }
}
