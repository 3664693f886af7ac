package tacit.runtime.harness.activation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Generation;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.harness.facade.Overlay;
import tacit.runtime.harness.routing.Flip;
import tacit.runtime.harness.routing.Router;
import tacit.runtime.harness.slot.Filling;
import tacit.runtime.harness.slot.Slot;

/** Candidates that answer some callers from idle slots. Asked by any thread; changed by the holder of the lock of changes. */
final class TrialDesk {

    private static final Logger log = LoggerFactory.getLogger(TrialDesk.class);

    private final Parts parts;
    private final Activation activation;
    private final Preparation preparation;
    private final LiveTable table;
    private final Router router;
    private final Duration patience;
    private final Map<String, Trial> trials = new ConcurrentHashMap<>();

    /** A candidate: where callers are led, and the slots that it keeps. */
    private record Trial(Overlay overlay, SortedMap<String, Slot> slots) {}

    /** @param patience how long calls in flight are waited for */
    TrialDesk(
            Parts parts,
            Activation activation,
            Preparation preparation,
            LiveTable table,
            Router router,
            Duration patience) {
        this.parts = parts;
        this.activation = activation;
        this.preparation = preparation;
        this.table = table;
        this.router = router;
        this.patience = patience;
    }

    Set<String> open() {
        return new TreeSet<>(trials.keySet());
    }

    ActivationReport open(String id, ActivationRequest request) {
        if (trials.containsKey(id)) {
            throw new IllegalStateException("A trial '" + id + "' is open already");
        }
        Steps steps = new Steps();
        try {
            Generation target = activation.target(request);
            SortedMap<String, Filling> changed = activation.changed(target);
            refuse(request, changed);
            parts.audit().write(request.by(), "trial.open", id, Activation.approved(target, table.generation()));
            Prepared prepared = preparation.prepare(changed, Moment.ACTIVATION, true, steps);
            if (!steps.failed()) {
                List<Slot> slots = List.copyOf(prepared.slots().values());
                Overlay overlay =
                        router.overlay(slots.stream().map(Slot::provider).toList());
                trials.put(id, new Trial(overlay, prepared.slots()));
            }
        } catch (Refused e) {
            steps.refuse(e);
        }
        return steps.report(table.number(), table.number());
    }

    private void refuse(ActivationRequest request, SortedMap<String, Filling> changed) throws Refused {
        String subject = "generation " + table.number();
        if (!request.removed().isEmpty()) {
            throw new Refused(ActivationStep.READ, subject, "a trial cannot remove a role");
        }
        if (changed.isEmpty()) {
            throw new Refused(ActivationStep.READ, subject, "nothing would change: it decides in just that way");
        }
        for (Map.Entry<String, Trial> other : trials.entrySet()) {
            for (String role : changed.keySet()) {
                if (other.getValue().slots().containsKey(role)) {
                    throw new Refused(
                            ActivationStep.SLOT, role, "trial '" + other.getKey() + "' has the idle slot of this role");
                }
            }
        }
    }

    <T> T under(String id, Callable<T> work) throws Exception {
        Trial trial = trials.get(id);
        return trial == null ? work.call() : router.under(trial.overlay(), work);
    }

    void close(String id) {
        Trial trial = trials.remove(id);
        if (trial != null) {
            drain(withdraw(trial));
        }
    }

    /** Frees the slots for a change. */
    void closeAll() {
        List<Flip> flips = new ArrayList<>();
        trials.values().forEach(trial -> flips.add(withdraw(trial)));
        trials.clear();
        flips.forEach(this::drain);
    }

    /** Ends the trials of which a bundle stopped behind the harness's back. */
    void closeStopped() {
        for (Map.Entry<String, Trial> one : List.copyOf(trials.entrySet())) {
            if (!one.getValue().slots().values().stream().allMatch(Slot::alive)) {
                log.warn("Trial '{}' ended: a bundle of it stopped", one.getKey());
                close(one.getKey());
            }
        }
    }

    private Flip withdraw(Trial trial) {
        Flip flip = router.withdraw(trial.overlay());
        trial.slots().values().forEach(slot -> slot.retire(flip));
        return flip;
    }

    /** Waits for who is inside; a slot that is not left in time stays busy until it is. */
    private void drain(Flip flip) {
        try {
            flip.drain(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
