package tacit.learn.runs;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Proposal;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** Answers with what two batches recorded. Confined to one evaluation. */
final class BatchEvaluator implements Evaluator {

    private final TraceStore traces;
    private final SeenTasks seen;
    private final Generations generations;
    private final Clock clock;
    private final BatchOutcomes outcomes;
    private final PairedBatches.Pair pair;

    BatchEvaluator(TraceStore traces, SeenTasks seen, Generations generations, Clock clock, PairedBatches.Pair pair) {
        this.traces = traces;
        this.seen = seen;
        this.generations = generations;
        this.clock = clock;
        this.pair = pair;
        outcomes = new BatchOutcomes(traces);
    }

    @Override
    public String name() {
        return "paired-batches";
    }

    @Override
    public boolean bringsCases() {
        return true;
    }

    @Override
    public boolean evaluates(Proposal proposal) {
        return proposal.equals(pair.experiment().proposal());
    }

    @Override
    public Evaluation evaluate(String experimentId, Proposal proposal, List<ReplayCase> none) {
        List<Trace> before = graded(pair.baseline());
        List<Trace> after = graded(pair.candidate());
        String active = generations
                .active()
                .map(Generation::number)
                .map(String::valueOf)
                .orElseThrow(() -> new IllegalStateException("No generation is active to compare with"));
        before.forEach(run -> check(run, pair.baseline(), Set.of(active)));
        after.forEach(run -> check(run, pair.candidate(), Set.of(experimentId)));
        Set<String> common = tasks(before);
        common.retainAll(tasks(after));
        int all = common.size();
        common.removeIf(seen::maySee);
        if (common.isEmpty()) {
            throw new IllegalStateException("No task counts: " + all + " are in both batches '" + pair.baseline()
                    + "' and '" + pair.candidate() + "', and the proposal may have been made from each");
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<ReplayRun> runs = new ArrayList<>(runs(before, common, experimentId, Arm.BASELINE, at));
        runs.addAll(runs(after, common, experimentId, Arm.CANDIDATE, at));
        return new Evaluation(runs, List.of(said(runs, all, common.size())));
    }

    private String said(List<ReplayRun> runs, int all, int counted) {
        return "none: " + runs.size() + " recorded runs of the batches '" + pair.baseline() + "' and '"
                + pair.candidate() + "'; " + counted + " tasks count, " + (all - counted)
                + " are left out, as the proposal may have been made from them";
    }

    /** Where a run names what it ran under, that must be its arm. */
    private static void check(Trace run, String batch, Set<String> allowed) {
        String generation = run.harnessGeneration();
        if (generation != null && !allowed.contains(generation)) {
            throw new IllegalStateException("Run '" + run.id() + "' of batch '" + batch + "' names generation '"
                    + generation + "' and not '" + String.join("', '", allowed) + "'");
        }
    }

    private static Set<String> tasks(List<Trace> runs) {
        return runs.stream()
                .map(Trace::taskKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<ReplayRun> runs(List<Trace> all, Set<String> tasks, String experimentId, Arm arm, Instant at) {
        Scope scope = scope();
        return all.stream()
                .filter(run -> run.taskKey() != null && tasks.contains(run.taskKey()))
                .map(run -> outcomes.run(scope, experimentId, arm, String.valueOf(run.taskKey()), run, at))
                .toList();
    }

    private Scope scope() {
        return Scope.ofWorkspace(pair.experiment().workspaceId());
    }

    /** An agent's own word is no grade. */
    private List<Trace> graded(String batch) {
        List<Trace> found = new ArrayList<>();
        int offset = 0;
        Page<Trace> page;
        do {
            page = traces.list(scope(), TraceFilter.ofBatch(batch), new PageRequest(offset, PageRequest.MAX_LIMIT));
            page.rows().stream()
                    .filter(run -> run.outcome().source() != OutcomeSource.AGENT)
                    .filter(run -> run.outcome().label() == OutcomeLabel.SUCCESS
                            || run.outcome().label() == OutcomeLabel.FAILURE)
                    .forEach(found::add);
            offset += page.rows().size();
        } while (!page.rows().isEmpty() && page.hasMore());
        return found;
    }
}
