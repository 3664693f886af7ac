package tacit.runtime.harness.activation;

import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.LedgerEntry;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.harness.slot.Filling;

/** Lets a generation of the ledger decide again. Used by one change at a time. */
final class Rollback {

    private final Parts parts;
    private final LiveTable table;
    private final Activation activation;
    private final Transition transition;

    Rollback(Parts parts, LiveTable table, Activation activation, Transition transition) {
        this.parts = parts;
        this.table = table;
        this.activation = activation;
        this.transition = transition;
    }

    ActivationReport run(Optional<Long> number, String by, String reason) {
        Steps steps = new Steps();
        try {
            Generation target = target(number);
            refuseMissing(target);
            SortedMap<String, Filling> changed = activation.changed(target);
            if (target.number() == table.number() && changed.isEmpty()) {
                throw refused(target.number(), "generation " + target.number() + " decides already");
            }
            Change change = new Change(target, changed, Moment.START, () -> commit(target, by, reason));
            return transition.run(change, steps);
        } catch (Refused e) {
            return steps.refuse(e).report(table.number(), table.number());
        }
    }

    private Generation target(Optional<Long> number) throws Refused {
        if (number.isPresent()) {
            return parts.ledger()
                    .find(number.get())
                    .orElseThrow(() -> refused(number.get(), "there is no generation " + number.get()));
        }
        return parts.ledger()
                .activeBefore(table.number())
                .orElseThrow(() -> refused(table.number(), "no other generation was ever active"));
    }

    private void refuseMissing(Generation target) throws Refused {
        String missing = target.roles().values().stream()
                .filter(artifact -> !parts.artifacts().contains(artifact.sha256()))
                .map(Artifact::sha256)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw refused(
                    target.number(),
                    "the store no longer has what generation " + target.number() + " needs: " + missing);
        }
    }

    private static Refused refused(long number, String words) {
        return new Refused(ActivationStep.READ, "generation " + number, words);
    }

    private String commit(Generation target, String by, String reason) {
        parts.audit()
                .write(
                        by,
                        "generation.rollback",
                        String.valueOf(target.number()),
                        Activation.approved(target, table.generation()));
        parts.ledger().append(LedgerEntry.Act.ROLLED_BACK, target, parts.clock().instant(), by, reason);
        return "the ledger names generation " + target.number();
    }
}
