package tacit.learn.experiments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.CaseResult.Status;
import tacit.api.sandbox.Sandbox;
import tacit.api.sandbox.SandboxCase;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;

/** Asks the recorded questions again in child processes: first what is in force, then the candidate. Thread-safe. */
@Component
@Designate(ocd = ReplayEvaluator.Config.class)
public final class ReplayEvaluator implements Evaluator {

    private static final String AGAIN = "#again";

    private final Sandbox sandbox;
    private final Generations generations;
    private final ReplayCases cases;
    private final Clock clock;
    private final Duration deadline;
    private final SandboxLevel minimum;
    private final int twice;

    /** How candidates are asked. */
    @ObjectClassDefinition(name = "Tacit replay of recorded decisions")
    public @interface Config {

        @AttributeDefinition(description = "Milliseconds that one answer may take, in [10, 600000]")
        int deadline_millis() default 2_000;

        @AttributeDefinition(description = "The walls without which no candidate is run: process, limited or isolated")
        String minimum_level() default "process";

        @AttributeDefinition(
                description = "Cases that each arm is asked twice, to see whether it agrees with itself, in [0, 1000]")
        int ask_twice() default 20;
    }

    @Activate
    public ReplayEvaluator(
            @Reference Sandbox sandbox,
            @Reference Generations generations,
            @Reference ReplayCases cases,
            @Reference Clock clock,
            Config config) {
        this.sandbox = sandbox;
        this.generations = generations;
        this.cases = cases;
        this.clock = clock;
        deadline = Duration.ofMillis(Checked.within("deadline.millis", config.deadline_millis(), 10, 600_000));
        minimum = level(config.minimum_level());
        twice = Checked.within("ask.twice", config.ask_twice(), 0, 1_000);
    }

    private static SandboxLevel level(String name) {
        for (SandboxLevel level : SandboxLevel.values()) {
            if (level.name().equalsIgnoreCase(name.strip())) {
                return level;
            }
        }
        throw new IllegalArgumentException("minimum.level must be process, limited or isolated, got '" + name + "'");
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public boolean evaluates(Proposal proposal) {
        return generations
                .active()
                .map(now -> now.roles().containsKey(proposal.role()))
                .orElse(false);
    }

    @Override
    public Evaluation evaluate(String experimentId, Proposal proposal, List<ReplayCase> asked) {
        Generation active = generations
                .active()
                .orElseThrow(
                        () -> new IllegalStateException("No generation is active, so nothing can be compared with"));
        Artifact now = active.roles().get(proposal.role());
        if (now == null) {
            throw new IllegalStateException("Nothing fills role '" + proposal.role() + "'");
        }
        HarnessChange change = proposal.change();
        SortedMap<String, SortedMap<String, String>> changed = new TreeMap<>(active.configurations());
        changed.putAll(Places.configurations(active, change));
        String candidate = change.bundles().getOrDefault(proposal.role(), now.sha256());
        SandboxReport before = ask(now.sha256(), active.configurations(), asked);
        if (before.startFailure() != null) {
            throw new IllegalStateException("What is in force could not be started: " + before.startFailure());
        }
        SandboxReport after = ask(candidate, changed, asked);
        List<ReplayRun> runs = new ArrayList<>(runs(experimentId, asked, Arm.BASELINE, before));
        runs.addAll(runs(experimentId, asked, Arm.CANDIDATE, after));
        Set<String> walls = new LinkedHashSet<>();
        walls.add(after.level().name().toLowerCase(java.util.Locale.ROOT));
        walls.addAll(after.walls());
        return new Evaluation(runs, List.copyOf(walls));
    }

    private SandboxReport ask(
            String sha256, SortedMap<String, SortedMap<String, String>> configurations, List<ReplayCase> asked) {
        List<SandboxCase> questions = new ArrayList<>();
        asked.forEach(one -> questions.add(new SandboxCase(one.id(), one.situation())));
        int step = twice == 0 ? 0 : Math.max(1, asked.size() / twice);
        for (int i = 0; step > 0 && i < asked.size(); i += step) {
            questions.add(
                    new SandboxCase(asked.get(i).id() + AGAIN, asked.get(i).situation()));
        }
        return sandbox.run(new SandboxRun(sha256, configurations, questions, deadline, minimum));
    }

    private List<ReplayRun> runs(String experimentId, List<ReplayCase> asked, Arm arm, SandboxReport report) {
        Map<String, ReplayCase> byId = asked.stream().collect(Collectors.toMap(ReplayCase::id, Function.identity()));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<ReplayRun> runs = new ArrayList<>();
        for (CaseResult result : report.results()) {
            String id = result.caseId().endsWith(AGAIN)
                    ? result.caseId().substring(0, result.caseId().length() - AGAIN.length())
                    : result.caseId();
            ReplayCase one = byId.get(id);
            if (one != null) {
                runs.add(run(experimentId, one, arm, result, at));
            }
        }
        return runs;
    }

    private ReplayRun run(String experimentId, ReplayCase one, Arm arm, CaseResult result, Instant at) {
        String output = result.output();
        if (result.status() == Status.UNANSWERABLE) {
            return new ReplayRun(one.id(), experimentId, arm, Outcome.UNANSWERABLE, result.reason(), result.took(), at);
        }
        if (result.status() != Status.ANSWERED || output == null) {
            String reason = result.status() + ": " + result.reason();
            return new ReplayRun(one.id(), experimentId, arm, Outcome.FAILED, reason, result.took(), at);
        }
        return cases.judge(one, output)
                .map(unmet -> new ReplayRun(one.id(), experimentId, arm, Outcome.FAILED, unmet, result.took(), at))
                .orElseGet(() -> new ReplayRun(one.id(), experimentId, arm, Outcome.PASSED, null, result.took(), at));
    }
}
