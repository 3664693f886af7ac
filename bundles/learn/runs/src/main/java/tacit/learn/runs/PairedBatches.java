package tacit.learn.runs;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.RecordedBatches;
import tacit.api.generation.Generations;
import tacit.api.learn.ReplayCases;
import tacit.api.trace.TraceStore;

/** Judges by two recorded batches of runs over the same tasks. Thread-safe; keeps nothing. */
@Component
public final class PairedBatches implements RecordedBatches {

    private final TraceStore traces;
    private final ReplayCases cases;
    private final Generations generations;
    private final Clock clock;

    @Activate
    public PairedBatches(
            @Reference TraceStore traces,
            @Reference ReplayCases cases,
            @Reference Generations generations,
            @Reference Clock clock) {
        this.traces = traces;
        this.cases = cases;
        this.generations = generations;
        this.clock = clock;
    }

    @Override
    public Evaluator over(Experiment experiment, String baseline, String candidate) {
        if (baseline.isBlank() || candidate.isBlank() || baseline.equals(candidate)) {
            throw new IllegalArgumentException(
                    "baseline and candidate must be two batches, got '" + baseline + "' and '" + candidate + "'");
        }
        if (baseline.startsWith(Evaluator.BATCH) || candidate.startsWith(Evaluator.BATCH)) {
            throw new IllegalArgumentException("A batch must not be one of an experiment's own runs");
        }
        return new BatchEvaluator(
                traces,
                new SeenTasks(traces, cases, experiment),
                generations,
                clock,
                new Pair(experiment, baseline, candidate));
    }

    /** What is compared. */
    record Pair(Experiment experiment, String baseline, String candidate) {}
}
