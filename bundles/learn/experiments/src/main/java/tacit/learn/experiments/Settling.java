package tacit.learn.experiments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.api.store.Database;
import tacit.learn.experiments.live.Live;
import tacit.learn.experiments.live.LiveRuns;
import tacit.learn.experiments.live.LiveStore;

/**
 * Brings experiments to what the ledger of generations says, which alone is the truth: a host that dies between a change of
 * the harness and its note leaves nothing half done. Thread-safe.
 */
final class Settling {

    /** After so long nobody runs what is said to run. */
    private static final Duration FORSAKEN = Duration.ofDays(1);

    private final Database database;
    private final Generations generations;
    private final Home home;
    private final LiveRuns runs;
    private final Clock clock;
    private final Consumer<Experiment> told;

    /** @param told hears of each move after it is durable */
    Settling(
            Database database,
            Generations generations,
            Home home,
            LiveRuns runs,
            Clock clock,
            Consumer<Experiment> told) {
        this.told = told;
        this.database = database;
        this.generations = generations;
        this.home = home;
        this.runs = runs;
        this.clock = clock;
    }

    /** What ran when a host ended waits to be run again; what another host runs is left to it for a day. */
    void recover() {
        Instant longAgo = clock.instant().minus(FORSAKEN);
        String here = home.id();
        List<Experiment> stranded =
                database.read(session -> new ExperimentRows(session).in(ExperimentState.RUNNING, here, longAgo));
        for (Experiment running : stranded) {
            Experiment waiting = moved(running, ExperimentState.PROPOSED, running.generation());
            move(running, waiting, "tacit", "The host ended while it ran");
        }
        settle();
    }

    void settle() {
        in(ExperimentState.PASSED_GATE).forEach(this::promoted);
        in(ExperimentState.CANARY).forEach(this::promoted);
        generations.active().ifPresent(active -> in(ExperimentState.PROMOTED).forEach(one -> undone(one, active)));
    }

    /** The watch begins with the note, or neither is there. */
    private void promoted(Experiment experiment) {
        Optional<Generation> generation = generations.list().stream()
                .filter(one -> experiment.id().equals(one.experimentId()))
                .max(Comparator.comparingLong(Generation::number));
        if (generation.isEmpty()) {
            return;
        }
        Generation made = generation.get();
        Experiment after = moved(experiment, ExperimentState.PROMOTED, made.number());
        Live watch = runs.watch(after, since(experiment, made), made.createdAt());
        boolean moved = database.write(session -> {
            boolean first = new ExperimentRows(session).move(experiment, after, made.createdBy(), made.reason());
            if (first) {
                LiveStore.begin(session, watch);
            }
            return first;
        });
        if (moved) {
            told.accept(after);
        }
    }

    /** Since when the places held what the change replaced. */
    private Instant since(Experiment experiment, Generation made) {
        Instant since = Instant.EPOCH;
        boolean stood = true;
        for (LedgerEntry entry : generations.history()) {
            if (entry.generation().number() == made.number()) {
                break;
            }
            boolean stands = Places.values(
                            entry.generation(), experiment.proposal().change())
                    .equals(experiment.before());
            since = stands && !stood ? entry.at() : since;
            stood = stands;
        }
        return since;
    }

    /** A change whose places hold again what stood there before was rolled back, by whatever means. */
    private void undone(Experiment experiment, Generation active) {
        List<Optional<String>> now = Places.values(active, experiment.proposal().change());
        if (now.equals(experiment.before())) {
            String reason = "Generation " + active.number() + " decides: " + active.reason();
            Experiment after = moved(experiment, ExperimentState.ROLLED_BACK, experiment.generation());
            move(experiment, after, active.createdBy(), reason);
        }
    }

    private List<Experiment> in(ExperimentState state) {
        String here = home.id();
        return database.read(session -> new ExperimentRows(session).in(state, here, Instant.EPOCH));
    }

    private void move(Experiment before, Experiment after, String by, String reason) {
        if (database.write(session -> new ExperimentRows(session).move(before, after, by, reason))) {
            told.accept(after);
        }
    }

    private Experiment moved(Experiment before, ExperimentState to, @Nullable Long generation) {
        return new Experiment(
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
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
