package tacit.learn.experiments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiment.Trial;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.generation.Generation;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.store.Work;
import tacit.learn.experiments.live.Live;
import tacit.learn.experiments.live.LiveStore;

/** Moves experiments from state to state, each move once and as the states allow. Thread-safe. */
final class Moves {

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Consumer<Experiment> told;
    private final Object turn = new Object();

    Moves(Database database, AuditLog audit, Clock clock) {
        this(database, audit, clock, moved -> {});
    }

    /** @param told hears of each move after it is durable */
    Moves(Database database, AuditLog audit, Clock clock, Consumer<Experiment> told) {
        this.told = told;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does what no promotion or rollback of this host may be under way meanwhile for: between the change of the harness and
     * its note, an experiment is not what its state says.
     */
    <T> T alone(Supplier<T> work) {
        synchronized (turn) {
            return work.get();
        }
    }

    /** @throws IllegalArgumentException when there is none */
    Experiment found(Scope scope, String id) {
        if (scope.user().isPresent()) {
            throw unknown(id);
        }
        return database.read(session -> new ExperimentRows(session).find(scope.workspaceId(), id))
                .orElseThrow(() -> unknown(id));
    }

    static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("No experiment has the id '" + id + "'");
    }

    /** @throws IllegalStateException when its state does not allow it */
    void check(Experiment experiment, ExperimentState to, String verb) {
        if (!experiment.state().next().contains(to)) {
            throw new IllegalStateException("Cannot " + verb + " experiment " + experiment.id() + ": it is "
                    + Acceptance.words(experiment.state()));
        }
    }

    /** Writes down that somebody does something, before it has an effect. */
    void announce(Experiment experiment, String verb, String by) {
        audit.write(
                by,
                "experiment." + verb,
                experiment.id(),
                Map.of("workspace", experiment.workspaceId(), "version", String.valueOf(experiment.version())));
    }

    Experiment to(Experiment before, ExperimentState state, String by, String reason) {
        return write(before, changed(before, state, before.trial()), by, reason);
    }

    /** With what a run found. */
    Experiment judged(Experiment before, ExperimentState state, Trial trial, String reason) {
        return write(before, changed(before, state, trial), trial.evaluator(), reason);
    }

    /** Serving a share from now on; one canary of a workspace at a time. */
    Experiment canary(Experiment before, Function<Experiment, Live> live, String by, String reason) {
        Experiment after = changed(before, ExperimentState.CANARY, before.trial());
        Live begun = live.apply(after);
        return write(before, after, session -> {
            ExperimentRows rows = new ExperimentRows(session);
            for (Experiment other : rows.in(ExperimentState.CANARY)) {
                if (other.workspaceId().equals(before.workspaceId())) {
                    throw new IllegalStateException("Cannot open a canary of experiment " + before.id()
                            + ": experiment " + other.id() + " is in its canary");
                }
            }
            boolean moved = rows.move(before, after, by, reason);
            if (moved) {
                LiveStore.begin(session, begun);
            }
            return moved;
        });
    }

    /** As it was, with the approval in its history. */
    Experiment approved(Experiment before, String by, String reason) {
        Experiment after = changed(before, before.state(), before.trial());
        database.write(session -> {
            if (!new ExperimentRows(session).move(before, after, by, reason)) {
                throw meanwhile(before);
            }
            return after;
        });
        told.accept(after);
        return after;
    }

    List<ExperimentStep> history(Scope scope, String id) {
        Experiment known = found(scope, id);
        return database.read(session -> new StepRows(session).of(known.id()));
    }

    /**
     * Running against what decides now.
     *
     * @param here whose harness that is
     */
    Experiment running(Experiment before, Generation base, String here, String by) {
        Experiment next = changed(before, ExperimentState.RUNNING, before.trial());
        Experiment based = new Experiment(
                next.id(),
                next.workspaceId(),
                next.proposal(),
                Places.values(base, next.proposal().change()),
                base.number(),
                next.state(),
                next.version(),
                next.trial(),
                next.generation(),
                next.createdAt(),
                next.changedAt());
        return write(before, based, session -> {
            ExperimentRows rows = new ExperimentRows(session);
            rows.settle(before.id(), here);
            return rows.move(before, based, by, "Against generation " + base.number());
        });
    }

    private Experiment changed(Experiment before, ExperimentState state, @Nullable Trial trial) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Experiment(
                before.id(),
                before.workspaceId(),
                before.proposal(),
                before.before(),
                before.baseGeneration(),
                state,
                before.version() + 1,
                trial,
                before.generation(),
                before.createdAt(),
                now);
    }

    private Experiment write(Experiment before, Experiment after, String by, String reason) {
        return write(before, after, session -> new ExperimentRows(session).move(before, after, by, reason));
    }

    private Experiment write(Experiment before, Experiment after, Work<Boolean> move) {
        if (!before.state().next().contains(after.state())) {
            throw new IllegalStateException("Experiment " + before.id() + " is " + Acceptance.words(before.state())
                    + " and cannot become " + Acceptance.words(after.state()));
        }
        database.write(session -> {
            if (!move.run(session)) {
                throw meanwhile(before);
            }
            return after;
        });
        told.accept(after);
        return after;
    }

    private static IllegalStateException meanwhile(Experiment before) {
        return new IllegalStateException("Experiment " + before.id() + " was changed by somebody else meanwhile");
    }
}
