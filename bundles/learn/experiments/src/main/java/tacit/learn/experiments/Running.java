package tacit.learn.experiments;

import java.util.ArrayList;
import java.util.List;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.gate.Decision;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.store.Scope;

/** Runs experiments on the caller's thread. Thread-safe: two runs of one experiment exclude each other by its state. */
final class Running {

    private final Moves moves;
    private final Trials trials;
    private final List<Evaluator> evaluators;
    private final Generations generations;
    private final Home home;
    private final ExperimentFolders folders;

    Running(
            Moves moves,
            Trials trials,
            List<Evaluator> evaluators,
            Generations generations,
            Home home,
            ExperimentFolders folders) {
        this.moves = moves;
        this.trials = trials;
        this.evaluators = List.copyOf(evaluators);
        this.generations = generations;
        this.home = home;
        this.folders = folders;
    }

    Experiment run(Scope scope, String id, String by) {
        return run(scope, id, by, evaluators);
    }

    /** By one that brings its cases, instead of those that are there. */
    Experiment run(Scope scope, String id, String by, Evaluator own) {
        if (!own.bringsCases()) {
            throw new IllegalArgumentException("evaluator must bring its cases, got '" + own.name() + "'");
        }
        List<Evaluator> asked = new ArrayList<>(List.of(own));
        evaluators.stream().filter(one -> !one.bringsCases()).forEach(asked::add);
        return run(scope, id, by, asked);
    }

    private Experiment run(Scope scope, String id, String by, List<Evaluator> asked) {
        Experiment running = moves.alone(() -> begun(scope, id, by));
        Trials.Result result;
        try {
            result = trials.run(running, asked);
        } catch (RuntimeException | Error failure) {
            // An evaluator of a plugin may be broken in any way: else the experiment would run until the host starts
            // again
            moves.to(running, ExperimentState.PROPOSED, "tacit", "It could not be run: " + failure.getMessage());
            throw failure;
        }
        folders.tried(running, result.trial(), result.runs());
        return moves.judged(
                running,
                state(result.trial().verdict().decision()),
                result.trial(),
                result.trial().verdict().reason());
    }

    private Experiment begun(Scope scope, String id, String by) {
        Experiment waiting = moves.found(scope, id);
        moves.check(waiting, ExperimentState.RUNNING, "run");
        Generation base = generations
                .active()
                .orElseThrow(() -> new IllegalStateException("No generation is active to compare with"));
        moves.announce(waiting, "run", by);
        return moves.running(waiting, base, home.id(), by);
    }

    private static ExperimentState state(Decision decision) {
        return switch (decision) {
            case PASS -> ExperimentState.PASSED_GATE;
            case FAIL -> ExperimentState.FAILED_GATE;
            case INCONCLUSIVE -> ExperimentState.INCONCLUSIVE;
        };
    }
}
