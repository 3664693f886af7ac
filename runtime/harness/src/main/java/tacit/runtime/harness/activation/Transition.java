package tacit.runtime.harness.activation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Generation;
import tacit.api.generation.LedgerEntry;
import tacit.runtime.harness.routing.DeclaredRole;
import tacit.runtime.harness.routing.Flip;
import tacit.runtime.harness.slot.Probe;
import tacit.runtime.harness.slot.Questions;
import tacit.runtime.harness.slot.Slot;
import tacit.runtime.harness.slot.StepFailure;

/** Goes from one generation to another, or stays where it is. Used by one change at a time. */
final class Transition {

    private final Parts parts;
    private final LiveTable table;
    private final Preparation preparation;
    private final DeclaredRoles roles;
    private final Questions questions;
    private final Probe probe;
    private final Duration patience;

    /** @param patience how long calls in flight are waited for */
    Transition(
            Parts parts,
            LiveTable table,
            Preparation preparation,
            DeclaredRoles roles,
            Questions questions,
            Probe probe,
            Duration patience) {
        this.parts = parts;
        this.table = table;
        this.preparation = preparation;
        this.roles = roles;
        this.questions = questions;
        this.probe = probe;
        this.patience = patience;
    }

    /** Takes all steps; up to the commit a failure leaves the table as it was. */
    ActivationReport run(Change change, Steps steps) {
        Prepared prepared = preparation.prepare(change.fillings(), change.moment(), true, steps);
        return steps.failed() ? steps.report(table.number(), table.number()) : conclude(change, prepared, steps);
    }

    /** Takes the steps from the commit on. */
    ActivationReport conclude(Change change, Prepared prepared, Steps steps) {
        Optional<Generation> before = table.generation();
        long was = table.number();
        SortedMap<String, Slot> old = table.active();
        if (change.commit() != null && !steps.take(ActivationStep.COMMIT, change.subject(), change.commit())) {
            steps.amend(prepared.undo());
            return steps.report(was, was);
        }
        boolean healthy = flip(change, prepared.slots(), steps) && healthy(prepared.slots(), steps);
        if (!healthy) {
            steps.amend(back(before, old, change));
        }
        return steps.report(was, table.number());
    }

    private boolean flip(Change change, Map<String, Slot> slots, Steps steps) {
        Flip[] flip = new Flip[1];
        boolean flipped = steps.take(ActivationStep.FLIP, change.subject(), () -> {
            flip[0] = table.flip(change.target(), slots);
            return "it decides from now on";
        });
        return flipped && steps.take(ActivationStep.DRAIN, change.subject(), () -> drain(flip[0]));
    }

    /** Waits for the calls that a flip found in flight; they are never cut off, so that it passes in any case. */
    String drain(Flip flip) throws StepFailure {
        try {
            return flip.drain(patience)
                    ? "no call was left in the former slots"
                    : "calls go on in the former slots, which are kept for them: " + String.join("; ", flip.stuck());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("the host was told to stop meanwhile", e);
        }
    }

    private boolean healthy(Map<String, Slot> slots, Steps steps) {
        List<String> changed = slots.keySet().stream()
                .filter(role -> table.facade(role) != null)
                .toList();
        for (String role : changed) {
            if (!steps.take(ActivationStep.HEALTH, role, () -> health(role))) {
                return false;
            }
        }
        return true;
    }

    private String health(String role) throws StepFailure {
        DeclaredRole declared = roles.of(role);
        Object facade = table.facade(role);
        return declared == null || facade == null
                ? "there is nobody to ask"
                : probe.once(facade, declared.type(), questions.of(declared));
    }

    /** Lets the former generation decide again, whose slots are as they were. */
    private String back(Optional<Generation> before, SortedMap<String, Slot> old, Change change) {
        if (before.isEmpty()) {
            return "there is no generation to go back to";
        }
        Generation former = before.get();
        String reason = change.subject() + " failed after its activation";
        try {
            if (change.commit() != null) {
                parts.audit().write("tacit", "generation.rollback", String.valueOf(former.number()), Map.of());
                parts.ledger()
                        .append(
                                LedgerEntry.Act.ROLLED_BACK,
                                former,
                                parts.clock().instant(),
                                "tacit",
                                reason);
            }
            drain(table.flip(former, old));
            return "generation " + former.number() + " decides again";
        } catch (StepFailure e) {
            return e.words();
        } catch (RuntimeException e) {
            return "generation " + former.number() + " could not be brought back: " + e.getMessage();
        }
    }
}
