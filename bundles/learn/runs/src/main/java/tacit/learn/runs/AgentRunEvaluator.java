package tacit.learn.runs;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.execute.TaskExecutor;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Proposal;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.Trials;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/**
 * Has an executor do held-out tasks twice: once served by what is in force, once by the candidate in a trial. What came of
 * each task says the trace that the agent left, and nothing else. Thread-safe; two evaluations exclude each other.
 */
@Component(service = Evaluator.class)
@Designate(ocd = AgentRunEvaluator.Config.class)
public final class AgentRunEvaluator implements Evaluator {

    private static final String BY = "tacit";

    private final ArmWork arms = new ArmWork(BY);
    private final Generations generations;
    private final Trials trials;
    private final Clock clock;
    private final HeldOutTasks tasks;
    private final BatchOutcomes outcomes;

    /** Changed in place: who uses this service shall not start anew because another task file is named. */
    private volatile AgentSetup setup;

    /** The agent that is asked to work. */
    @ObjectClassDefinition(name = "Tacit runs of an agent")
    public @interface Config {

        @AttributeDefinition(description = "The program that does the tasks; empty for no runs of an agent")
        String command() default "";

        @AttributeDefinition(description = "Variables of the host that the program may see, with commas between")
        String environment() default "";

        @AttributeDefinition(description = "The executor that starts it")
        String executor() default "process";

        @AttributeDefinition(description = "A file with the key of a task in each line")
        String tasks() default "";

        @AttributeDefinition(description = "Roles whose proposals are judged by runs of the agent, with commas between")
        String roles() default "guard,memory-source/skills,model-choice";

        @AttributeDefinition(description = "The workspace that the agent reports to")
        String workspace() default Scope.DEFAULT_WORKSPACE;

        @AttributeDefinition(
                description = "Seconds that all tasks of one arm may take, in [1, 86400]",
                min = "1",
                max = "86400")
        int timeout_seconds() default 3600;

        @AttributeDefinition(
                description = "Tasks that are done at most, the first of the file, in [1, 10000]",
                min = "1",
                max = "10000")
        int most_tasks() default 200;
    }

    @Activate
    public AgentRunEvaluator(
            @Reference Generations generations,
            @Reference Trials trials,
            @Reference TraceStore traces,
            @Reference Clock clock,
            Config config) {
        this.generations = generations;
        this.trials = trials;
        this.clock = clock;
        this.setup = AgentSetup.of(config);
        this.tasks = new HeldOutTasks(traces);
        this.outcomes = new BatchOutcomes(traces);
    }

    /** What is under way goes on as it began. */
    @Modified
    public void configure(Config config) {
        setup = AgentSetup.of(config);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindExecutor(TaskExecutor executor) {
        arms.add(executor);
    }

    public void unbindExecutor(TaskExecutor executor) {
        arms.remove(executor);
    }

    @Override
    public String name() {
        return "agent-run";
    }

    @Override
    public boolean bringsCases() {
        return true;
    }

    /** A jar is first asked in the sandbox: settings alone are tried with an agent. */
    @Override
    public boolean evaluates(Proposal proposal) {
        AgentSetup agent = setup;
        return agent.there()
                && agent.roles().contains(proposal.role())
                && proposal.change().bundles().isEmpty();
    }

    @Override
    public synchronized Evaluation evaluate(String experimentId, Proposal proposal, List<ReplayCase> none) {
        AgentSetup agent = setup;
        List<String> keys = tasks.keys(agent);
        if (keys.isEmpty()) {
            throw new IllegalStateException("No task of '" + agent.tasks() + "' is new: each was recorded before");
        }
        // An experiment that runs again must not count what its runs before left
        String batches = BATCH + experimentId + "/" + clock.instant().toEpochMilli() + "/";
        arms.work(agent, experimentId, batch(batches, Arm.BASELINE), Arm.BASELINE, keys);
        open(experimentId, proposal);
        try {
            underTrial(agent, experimentId, batch(batches, Arm.CANDIDATE), keys);
            if (!trials.open().contains(experimentId)) {
                throw new IllegalStateException("The harness changed while the agent worked under the candidate");
            }
        } finally {
            trials.close(experimentId);
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<ReplayRun> runs = new ArrayList<>();
        for (Arm arm : Arm.values()) {
            runs.addAll(outcomes.read(
                    Scope.ofWorkspace(agent.workspace()), experimentId, arm, batch(batches, arm), keys, at));
        }
        return new Evaluation(runs, List.of("none: " + agent.executor() + " works in the world, under a trial"));
    }

    private static String batch(String batches, Arm arm) {
        return batches + arm.name().toLowerCase(Locale.ROOT);
    }

    private void open(String experimentId, Proposal proposal) {
        Generation active = generations
                .active()
                .orElseThrow(() -> new IllegalStateException("No generation is active to compare with"));
        ActivationReport report = trials.open(
                experimentId,
                new ActivationRequest(
                        proposal.change().bundles(),
                        Set.of(),
                        proposal.change().over(active.configurations()),
                        BY,
                        "Experiment " + experimentId + " is tried",
                        experimentId));
        if (!report.succeeded()) {
            throw new IllegalStateException("The candidate could not be tried: "
                    + report.failure().map(Object::toString).orElse("no step says why"));
        }
    }

    /** What the executor itself asks of the harness for its program, such as the model, is answered by the candidate as well. */
    private void underTrial(AgentSetup agent, String experimentId, String batch, List<String> keys) {
        try {
            trials.under(experimentId, () -> {
                arms.work(agent, experimentId, batch, Arm.CANDIDATE, keys);
                return true;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot work under the candidate", e);
        }
    }
}
