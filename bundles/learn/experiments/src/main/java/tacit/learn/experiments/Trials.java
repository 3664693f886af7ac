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
import tacit.api.experiment.Proposal;
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

    /**
     * Who brings cases of its own, such as runs of an agent, shows what comes of answers, and so judges where it can; the protected
     * cases of the role are asked all the same.
     */
    Result run(Experiment experiment, List<Evaluator> evaluators) {
        Proposal proposal = experiment.proposal();
        Optional<Evaluator> own = first(evaluators, proposal, true);
        Optional<Evaluator> replay = first(evaluators, proposal, false);
        List<ReplayCase> asked = replay.isEmpty() ? List.of() : asked(experiment, own.isPresent());
        List<Evaluation> evaluations = new ArrayList<>();
        own.ifPresent(one -> evaluations.add(one.evaluate(experiment.id(), proposal, List.of())));
        Pairing brought = Pairing.ofTrials(runs(evaluations), limits.floor());
        List<String> quarantined = List.of();
        if (replay.isPresent() && !asked.isEmpty()) {
            Evaluation evaluation = replay.get().evaluate(experiment.id(), proposal, asked);
            quarantined = cases.record(Scope.ofWorkspace(experiment.workspaceId()), evaluation.runs());
            evaluations.add(evaluation);
        }
        List<ReplayRun> replayed = own.isEmpty() ? runs(evaluations) : runs(evaluations.subList(1, evaluations.size()));
        List<String> walls = evaluations.stream()
                .flatMap(evaluation -> evaluation.sandbox().stream())
                .toList();
        String name = own.or(() -> replay).map(Evaluator::name).orElse(NOBODY);
        Pairing pairing = brought.and(Pairing.of(replayed, new HashSet<>(quarantined), limits.floor()));
        Verdict verdict = gate.judge(pairing.pairs(), settings(asked, own.isPresent()));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Trial trial = new Trial(name, verdict, pairing.pairs().size(), pairing.unanswerable(), quarantined, walls, at);
        return new Result(trial, runs(evaluations));
    }

    private static List<ReplayRun> runs(List<Evaluation> evaluations) {
        return evaluations.stream()
                .flatMap(evaluation -> evaluation.runs().stream())
                .toList();
    }

    private static Optional<Evaluator> first(List<Evaluator> evaluators, Proposal proposal, boolean bringsCases) {
        return evaluators.stream()
                .filter(one -> one.bringsCases() == bringsCases && one.evaluates(proposal))
                .findFirst();
    }

    private List<ReplayCase> asked(Experiment experiment, boolean protectedOnly) {
        Scope scope = Scope.ofWorkspace(experiment.workspaceId());
        return heldOut(scope, experiment.proposal().role()).stream()
                .filter(one -> one.protectedCase() || !protectedOnly)
                .toList();
    }

    /** What an agent needs for a task is reported: it may take longer to do right what it did wrong before. */
    private GateSettings settings(List<ReplayCase> asked, boolean agent) {
        GateSettings settings =
                agent ? GateSettings.stochastic() : GateSettings.deterministic().withCostBudget(limits.costBudget());
        return settings.withAlpha(limits.alpha())
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
