package tacit.learn.experiments;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.store.Scope;

/** Makes what passed a generation, puts it aside, or brings back what stood before. Thread-safe. */
final class Promotion {

    private final Moves moves;
    private final Generations generations;
    private final Home home;
    private final Settling settling;
    private final Set<ChangeKind> shownOnly;

    /** @param shownOnly kinds that this host does not promote */
    Promotion(Moves moves, Generations generations, Home home, Settling settling, Set<ChangeKind> shownOnly) {
        this.moves = moves;
        this.generations = generations;
        this.home = home;
        this.settling = settling;
        this.shownOnly = Set.copyOf(shownOnly);
    }

    /**
     * An experiment and the harness, which agree on whether it was promoted.
     *
     * @param active null when no generation is active
     */
    record Seen(Experiment experiment, @Nullable Generation active) {}

    /** What is so once promotions and rollbacks under way have been noted; the harness is read first, as it decides. */
    Seen seen(Scope scope, String id) {
        return moves.alone(() -> {
            @Nullable Generation active = generations.active().orElse(null);
            settling.settle();
            return new Seen(moves.found(scope, id), active);
        });
    }

    /** Does something with an experiment that is still as it was seen; otherwise the next look will. */
    void unchanged(Experiment seen, Runnable work) {
        moves.alone(() -> {
            Experiment now = moves.found(Scope.ofWorkspace(seen.workspaceId()), seen.id());
            if (now.version() == seen.version()) {
                work.run();
            }
            return now;
        });
    }

    Experiment promote(Scope scope, String id, String by, String reason) {
        return moves.alone(() -> promoted(scope, id, by, reason));
    }

    private Experiment promoted(Scope scope, String id, String by, String reason) {
        Experiment passed = moves.found(scope, id);
        Generation active = check(passed, ExperimentState.PROMOTED, by, "promote");
        moves.announce(passed, "promote", by);
        String why = "Experiment " + id + ": " + reason;
        ActivationReport report =
                generations.activate(Places.make(active, passed.proposal().change(), by, why, id));
        return settled(scope, passed, report, ExperimentState.PROMOTED);
    }

    /** Refuses what may not reach an agent; answers the generation that it would change. */
    Generation check(Experiment passed, ExperimentState to, String by, String verb) {
        moves.check(passed, to, verb);
        home.check(passed, verb);
        refuseProposer(passed, by, verb);
        if (shownOnly.contains(passed.proposal().kind())) {
            throw new IllegalStateException("Cannot " + verb + " experiment " + passed.id() + ": changes of kind "
                    + passed.proposal().kind() + " are only shown here (setting memory.promotable)");
        }
        Generation active = active(passed.id());
        if (!stands(passed, active)) {
            throw new IllegalStateException("Cannot " + verb + " experiment " + passed.id()
                    + ": it was compared with generation " + passed.baseGeneration() + " and generation "
                    + active.number() + " differs there; run it again");
        }
        return active;
    }

    void refuseProposer(Experiment experiment, String by, String verb) {
        if (by.equals(experiment.proposal().proposer())) {
            throw new IllegalStateException(
                    "Cannot " + verb + " experiment " + experiment.id() + ": " + by + " proposed it");
        }
    }

    Experiment reject(Scope scope, String id, String by, String reason) {
        return moves.alone(() -> {
            Experiment experiment = moves.found(scope, id);
            moves.check(experiment, ExperimentState.REJECTED, "reject");
            moves.announce(experiment, "reject", by);
            return moves.to(experiment, ExperimentState.REJECTED, by, reason);
        });
    }

    Experiment rollBack(Scope scope, String id, String by, String reason) {
        return moves.alone(() -> rolledBack(scope, id, by, reason));
    }

    private Experiment rolledBack(Scope scope, String id, String by, String reason) {
        Experiment promoted = moves.found(scope, id);
        moves.check(promoted, ExperimentState.ROLLED_BACK, "roll back");
        home.check(promoted, "roll back");
        Generation active = active(id);
        if (!Places.values(active, promoted.proposal().change())
                .equals(Places.wanted(promoted.proposal().change()))) {
            throw new IllegalStateException("Cannot roll back experiment " + id
                    + ": another change stands in its places since; roll that back, or activate an earlier generation");
        }
        moves.announce(promoted, "rollback", by);
        String why = "Experiment " + id + " rolled back: " + reason;
        ActivationReport report =
                generations.activate(Places.undo(active, promoted.proposal().change(), promoted.before(), by, why));
        return settled(scope, promoted, report, ExperimentState.ROLLED_BACK);
    }

    /** Whether what it was compared with still decides: the verdict holds for that, and for nothing else. */
    boolean stands(Experiment passed, Generation active) {
        Optional<Generation> base = generations.list().stream()
                .filter(one -> one.number() == passed.baseGeneration())
                .findFirst();
        String role = passed.proposal().role();
        return Places.values(active, passed.proposal().change()).equals(passed.before())
                && base.isPresent()
                && Objects.equals(base.get().roles().get(role), active.roles().get(role));
    }

    /** The ledger knows by now; what it says is noted. */
    private Experiment settled(Scope scope, Experiment before, ActivationReport report, ExperimentState expected) {
        if (!report.succeeded()) {
            throw new IllegalStateException("The harness did not change for experiment " + before.id() + ": "
                    + report.failure().map(Object::toString).orElse("no step says why"));
        }
        settling.settle();
        Experiment after = moves.found(scope, before.id());
        if (after.state() != expected) {
            throw new IllegalStateException("Generation " + report.active() + " decides, and experiment " + before.id()
                    + " is " + Acceptance.words(after.state()));
        }
        return after;
    }

    private Generation active(String id) {
        return generations
                .active()
                .orElseThrow(() -> new IllegalStateException("No generation is active to change for experiment " + id));
    }
}
