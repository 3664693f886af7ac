package tacit.learn.experiments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.store.Database;

/**
 * Brings experiments to what the ledger of generations says, which alone is the truth: a host that dies between a change of
 * the harness and its note leaves nothing half done. Thread-safe.
 */
final class Settling {

    private final Database database;
    private final Generations generations;
    private final Clock clock;

    Settling(Database database, Generations generations, Clock clock) {
        this.database = database;
        this.generations = generations;
        this.clock = clock;
    }

    /** What ran when a host ended waits to be run again. */
    void recover() {
        for (Experiment running : in(ExperimentState.RUNNING)) {
            move(running, ExperimentState.PROPOSED, running.generation(), "tacit", "The host ended while it ran");
        }
        settle();
    }

    void settle() {
        in(ExperimentState.PASSED_GATE).forEach(this::promoted);
        in(ExperimentState.CANARY).forEach(this::promoted);
        generations.active().ifPresent(active -> in(ExperimentState.PROMOTED).forEach(one -> undone(one, active)));
    }

    private void promoted(Experiment experiment) {
        generations.list().stream()
                .filter(generation -> experiment.id().equals(generation.experimentId()))
                .max(Comparator.comparingLong(Generation::number))
                .ifPresent(made ->
                        move(experiment, ExperimentState.PROMOTED, made.number(), made.createdBy(), made.reason()));
    }

    /** A change whose places hold again what stood there before was rolled back, by whatever means. */
    private void undone(Experiment experiment, Generation active) {
        List<Optional<String>> now = Places.values(active, experiment.proposal().change());
        if (now.equals(experiment.before())) {
            String reason = "Generation " + active.number() + " decides: " + active.reason();
            move(experiment, ExperimentState.ROLLED_BACK, experiment.generation(), active.createdBy(), reason);
        }
    }

    private List<Experiment> in(ExperimentState state) {
        return database.read(session -> new ExperimentRows(session).in(state));
    }

    private void move(Experiment before, ExperimentState to, @Nullable Long generation, String by, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Experiment after = new Experiment(
                before.id(),
                before.workspaceId(),
                before.proposal(),
                before.before(),
                before.baseGeneration(),
                to,
                before.version() + 1,
                before.trial(),
                generation,
                before.createdAt(),
                now);
        database.write(session -> new ExperimentRows(session).move(before, after, by, reason));
    }
}
