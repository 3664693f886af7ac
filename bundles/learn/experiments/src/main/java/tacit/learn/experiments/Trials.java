package tacit.learn.experiments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Evaluator.Evaluation;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiment.Trial;
import tacit.api.gate.Gate;
import tacit.api.gate.GateSettings;
import tacit.api.gate.Verdict;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayRun;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Has the cases of an experiment executed and judged. Thread-safe. */
final class Trials {

    /** What a report says of a trial for which no evaluator is there. */
    static final String NOBODY = "none";

    private final ReplayCases cases;
    private final Gate gate;
    private final Clock clock;
    private final Limits limits;

    /**
     * How strictly is judged.
     *
     * @param alpha the chance of a wrong PASS
     * @param costBudget by how much the 95th percentile of time may rise, as a share
     * @param floor answers that are quicker count as this long
     * @param mostCases newer cases that are asked at most, the newest first
     */
    record Limits(double alpha, double costBudget, Duration floor, int mostCases) {}

    Trials(ReplayCases cases, Gate gate, Clock clock, Limits limits) {
        this.cases = cases;
        this.gate = gate;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * What came of a run.
     *
     * @param trial for the experiment
     * @param runs case by case, for its folder
     */
    record Result(Trial trial, List<ReplayRun> runs) {}

    Result run(Experiment experiment, List<Evaluator> evaluators) {
        Scope scope = Scope.ofWorkspace(experiment.workspaceId());
        List<ReplayCase> asked = heldOut(scope, experiment.proposal().role());
        Optional<Evaluator> evaluator = evaluators.stream()
                .filter(one -> one.evaluates(experiment.proposal()))
                .findFirst();
        if (evaluator.isEmpty() || asked.isEmpty()) {
            Evaluation nothing = new Evaluation(List.of(), List.of());
            String name = evaluator.map(Evaluator::name).orElse(NOBODY);
            return new Result(trial(name, List.of(), nothing, List.of()), List.of());
        }
        Evaluation evaluation = evaluator.get().evaluate(experiment.id(), experiment.proposal(), asked);
        List<String> quarantined = cases.record(scope, evaluation.runs());
        return new Result(trial(evaluator.get().name(), asked, evaluation, quarantined), evaluation.runs());
    }

    private Trial trial(String evaluator, List<ReplayCase> asked, Evaluation evaluation, List<String> quarantined) {
        Pairing pairing = Pairing.of(evaluation.runs(), new HashSet<>(quarantined), limits.floor());
        Verdict verdict = gate.judge(pairing.pairs(), settings(asked));
        return new Trial(
                evaluator,
                verdict,
                pairing.pairs().size(),
                pairing.unanswerable(),
                quarantined,
                evaluation.sandbox(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private GateSettings settings(List<ReplayCase> asked) {
        return GateSettings.deterministic()
                .withAlpha(limits.alpha())
                .withCostBudget(limits.costBudget())
                .withProtectedIds(asked.stream()
                        .filter(ReplayCase::protectedCase)
                        .map(ReplayCase::id)
                        .collect(Collectors.toSet()));
    }

    /** What proposals may not look at. */
    private List<ReplayCase> heldOut(Scope scope, String role) {
        Instant now = clock.instant();
        List<ReplayCase> found = new ArrayList<>();
        int offset = 0;
        Page<ReplayCase> page;
        do {
            page = cases.list(scope, role, new PageRequest(offset, PageRequest.MAX_LIMIT));
            page.rows().stream().filter(one -> !one.older() && one.counts(now)).forEach(found::add);
            offset += page.rows().size();
        } while (!page.rows().isEmpty() && page.hasMore() && found.size() < limits.mostCases());
        return List.copyOf(found.subList(0, Math.min(found.size(), limits.mostCases())));
    }
}
