package tacit.surface.shell;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.experiment.ChangeKinds;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.Staging;
import tacit.api.store.Scope;

/** The command that proposes changes of the harness. */
@Component(
        service = ProposalCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=propose"})
public final class ProposalCommands {

    private final Experiments experiments;
    private final Generations generations;
    private final Staging staging;

    @Activate
    public ProposalCommands(
            @Reference Experiments experiments, @Reference Generations generations, @Reference Staging staging) {
        this.experiments = experiments;
        this.generations = generations;
        this.staging = staging;
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
        Proposal.ChangeKind usual = ChangeKinds.usual(role, filling(role), change);
        Proposal proposal = new Proposal(
                kind.isEmpty() ? usual : Words.required(Proposal.ChangeKind.class, kind),
                change,
                role,
                title.isEmpty() ? "Change " + String.join(", ", change.places()) : title,
                why,
                List.of(),
                Words.optional(cluster),
                by);
        new Printer(session).print(ExperimentView.details(experiments.propose(Words.scope(workspace), proposal)), json);
    }

    /** The bundle that fills a role now; empty for none. */
    private String filling(String role) {
        return generations
                .active()
                .map(active -> active.roles().get(role))
                .map(Artifact::symbolicName)
                .orElse("");
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
}
