package tacit.learn.notes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.experiment.NoteProposer;
import tacit.api.ingest.Redactor;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/** Proposes notes of what failed runs lacked and successful ones had. Thread-safe; keeps nothing. */
@Component
@Designate(ocd = MissingContext.Config.class)
public final class MissingContext implements NoteProposer {

    static final String NAME = "missing-context";

    private final ReplayCases cases;
    private final GradedRuns runs;
    private final NoteWriter writer;
    private final Thresholds thresholds;

    /** What is looked at, and what a fact must show. */
    @ObjectClassDefinition(name = "Tacit notes of what failed runs lacked")
    public @interface Config {

        @AttributeDefinition(
                description = "Runs of each outcome that are looked at, the newest first, in [10, 5000]",
                min = "10",
                max = "5000")
        int most_runs() default 500;

        @AttributeDefinition(description = "Tasks that must speak for a fact, in [2, 1000]", min = "2", max = "1000")
        int least_tasks() default 5;

        @AttributeDefinition(description = "The chance of any wrong note in one look, in (0, 0.5]")
        double alpha() default 0.01;

        @AttributeDefinition(
                description =
                        "By how much more of the successful runs than of the failed ones must have met it, in [0, 1]")
        double least_difference() default 0.2;

        @AttributeDefinition(
                description =
                        "Whether runs of a task are compared at the length of its shortest: longer ones meet more")
        boolean same_length() default true;

        @AttributeDefinition(
                description = "Whether runs of different batches are compared, which may have had different harnesses")
        boolean across_batches() default false;
    }

    @Activate
    public MissingContext(
            @Reference TraceStore traces, @Reference ReplayCases cases, @Reference Redactor redactor, Config config) {
        if (config.most_runs() < 10 || config.most_runs() > 5_000) {
            throw new IllegalArgumentException("most.runs must be in [10, 5000], got " + config.most_runs());
        }
        this.cases = cases;
        runs = new GradedRuns(traces, config.most_runs(), config.across_batches());
        writer = new NoteWriter(redactor);
        thresholds =
                new Thresholds(config.alpha(), config.least_tasks(), config.least_difference(), config.same_length());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer propose(Scope scope, Context context) {
        Map<Owner, List<FactRun>> byOwner = runs.of(scope, context.mayLookAt());
        if (byOwner.isEmpty()) {
            return Answer.nothing("No task went both ways under one agent, harness and batch");
        }
        FactMiner miner = new FactMiner(thresholds.dividedBy(byOwner.size()));
        Expected expected = Expected.of(cases, scope);
        List<OwnedFact> found = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        byOwner.forEach((owner, all) -> {
            FactMiner.Result result = miner.mine(all);
            result.found().forEach(fact -> found.add(new OwnedFact(owner, fact)));
            remarks.add((owner.userId() == null ? "Everybody" : "A user") + ": " + result.tasks()
                    + " tasks went both ways in " + all.size() + " runs, " + result.tested()
                    + " facts were tested, " + result.found().size() + " found");
        });
        return new Answer(notes(found, expected, context), remarks);
    }

    private List<Note> notes(List<OwnedFact> found, Expected expected, Context context) {
        return found.stream()
                .sorted(Comparator.comparingDouble(one -> one.fact().adjusted()))
                .filter(one -> one.fact().facts().stream().noneMatch(expected::tells))
                .flatMap(one -> writer.note(one.owner(), one.fact()).stream())
                .filter(note -> note.keys().stream().noneMatch(context.known()))
                .limit(context.mostNotes())
                .toList();
    }

    /** What was found, and whom it may be told. */
    private record OwnedFact(Owner owner, FoundFact fact) {}
}
