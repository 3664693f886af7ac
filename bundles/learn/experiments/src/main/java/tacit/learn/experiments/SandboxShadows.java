package tacit.learn.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Shadows;
import tacit.api.gate.Disagreement;
import tacit.api.gate.ShadowAnswer;
import tacit.api.gate.ShadowComparison;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.CaseResult.Status;
import tacit.api.sandbox.Sandbox;
import tacit.api.sandbox.SandboxCase;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Asks candidates in child processes what the log of decisions holds. Thread-safe. */
@Component
@Designate(ocd = SandboxShadows.Config.class)
public final class SandboxShadows implements Shadows {

    private static final int MOST = 10_000;

    private final Experiments experiments;
    private final Generations generations;
    private final DecisionLog decisions;
    private final Sandbox sandbox;
    private final ShadowComparison comparison;
    private final Duration deadline;

    /** How candidates are asked. */
    @ObjectClassDefinition(name = "Tacit answers in the shadow")
    public @interface Config {

        @AttributeDefinition(
                description = "Milliseconds that one answer may take, in [10, 600000]",
                min = "10",
                max = "600000")
        int deadline_millis() default 2_000;
    }

    @Activate
    public SandboxShadows(
            @Reference Experiments experiments,
            @Reference Generations generations,
            @Reference DecisionLog decisions,
            @Reference Sandbox sandbox,
            @Reference ShadowComparison comparison,
            Config config) {
        this.experiments = experiments;
        this.generations = generations;
        this.decisions = decisions;
        this.sandbox = sandbox;
        this.comparison = comparison;
        deadline = Duration.ofMillis(Checked.within("deadline.millis", config.deadline_millis(), 10, 600_000));
    }

    @Override
    public Disagreement ask(Scope scope, String experimentId, int most) {
        Checked.within("most", most, 1, MOST);
        Experiment experiment = experiments.find(scope, experimentId).orElseThrow(() -> Moves.unknown(experimentId));
        Proposal proposal = experiment.proposal();
        Generation active = generations
                .active()
                .orElseThrow(() -> new IllegalStateException("No generation is active to compare with"));
        Artifact now = active.roles().get(proposal.role());
        if (now == null) {
            throw new IllegalStateException("Nothing fills role '" + proposal.role() + "'");
        }
        List<Decision> served = served(proposal, active, most);
        if (served.isEmpty()) {
            return comparison.compare(List.of());
        }
        SandboxReport report = sandbox.run(run(proposal, active, now, served));
        if (report.startFailure() != null) {
            throw new IllegalStateException("The candidate could not be started: " + report.startFailure());
        }
        return comparison.compare(answers(served, report));
    }

    private SandboxRun run(Proposal proposal, Generation active, Artifact now, List<Decision> served) {
        HarnessChange change = proposal.change();
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>(active.configurations());
        settings.putAll(change.over(active.configurations()));
        return new SandboxRun(
                change.bundles().getOrDefault(proposal.role(), now.sha256()),
                settings,
                served.stream()
                        .map(decision -> new SandboxCase(decision.id(), decision.situation()))
                        .toList(),
                deadline,
                SandboxLevel.PROCESS);
    }

    private static List<ShadowAnswer> answers(List<Decision> served, SandboxReport report) {
        Map<String, CaseResult> byId = new HashMap<>();
        report.results().forEach(result -> byId.put(result.caseId(), result));
        List<ShadowAnswer> answers = new ArrayList<>();
        for (Decision decision : served) {
            CaseResult result = byId.get(decision.id());
            @Nullable String said = result == null || result.status() != Status.ANSWERED ? null : result.output();
            answers.add(new ShadowAnswer(decision.id(), decision.output(), said));
        }
        return answers;
    }

    /** The newest first; the log keeps so many as it is told to. */
    private List<Decision> served(Proposal proposal, Generation active, int most) {
        Set<Long> alike = alike(proposal, active);
        List<Decision> found = new ArrayList<>();
        long offset = 0;
        Page<Decision> page;
        do {
            page = decisions.list(proposal.role(), new PageRequest(offset, PageRequest.MAX_LIMIT));
            page.rows().stream()
                    .filter(decision -> decision.redactions() == 0 && alike.contains(decision.generation()))
                    .forEach(found::add);
            offset += page.rows().size();
        } while (found.size() < most && page.hasMore() && !page.rows().isEmpty());
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    /** Generations that answered as the present one does, as far as the change goes. */
    private Set<Long> alike(Proposal proposal, Generation active) {
        return generations.list().stream()
                .filter(one -> Objects.equals(
                                one.roles().get(proposal.role()), active.roles().get(proposal.role()))
                        && Places.values(one, proposal.change()).equals(Places.values(active, proposal.change())))
                .map(Generation::number)
                .collect(Collectors.toSet());
    }
}
