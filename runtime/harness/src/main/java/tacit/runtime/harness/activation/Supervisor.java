package tacit.runtime.harness.activation;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Generation;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.harness.slot.Filling;
import tacit.runtime.harness.slot.Slot;

/** Brings back a role whose bundle stopped behind the harness's back, three times at most. Called by one thread. */
final class Supervisor {

    static final int TRIES = 3;

    /** So many looks without a finding, and the tries count from zero again. */
    static final int STEADY = 60;

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final String ALARM = "role ";

    private final Parts parts;
    private final LiveTable table;
    private final Preparation preparation;
    private final Transition transition;
    private final TrialDesk trials;
    private final Alarms alarms;
    private final Lock changes;
    private final Map<String, Integer> tries = new HashMap<>();
    private final Map<String, Integer> steady = new HashMap<>();

    Supervisor(
            Parts parts,
            LiveTable table,
            Preparation preparation,
            Transition transition,
            TrialDesk trials,
            Alarms alarms,
            Lock changes) {
        this.parts = parts;
        this.table = table;
        this.preparation = preparation;
        this.transition = transition;
        this.trials = trials;
        this.alarms = alarms;
        this.changes = changes;
    }

    /** Looks once at every role, unless a change is going on. */
    void look() {
        if (!changes.tryLock()) {
            return;
        }
        try {
            trials.closeStopped();
            table.generation().ifPresent(this::look);
        } catch (RuntimeException e) {
            log.error("Cannot look after the roles", e);
        } finally {
            changes.unlock();
        }
    }

    private void look(Generation generation) {
        table.active().forEach((role, slot) -> {
            if (slot.alive()) {
                forgive(role);
            } else {
                revive(generation, role, slot);
            }
        });
    }

    private void forgive(String role) {
        if (tries.containsKey(role) && steady.merge(role, 1, Integer::sum) >= STEADY) {
            tries.remove(role);
            steady.remove(role);
            alarms.clear(ALARM + role);
        }
    }

    private void revive(Generation generation, String role, Slot slot) {
        steady.remove(role);
        Filling filling = slot.filling();
        int before = tries.getOrDefault(role, 0);
        if (filling == null || before >= TRIES) {
            alarms.raise(
                    ALARM + role,
                    "Role '" + role + "' stays down: its bundle stopped, and was brought back " + TRIES
                            + " times already");
            return;
        }
        tries.put(role, before + 1);
        trials.closeAll();
        parts.audit()
                .write(
                        "tacit",
                        "role.revive",
                        role,
                        Map.of("bundle", filling.artifact().sha256()));
        Steps steps = new Steps();
        SortedMap<String, Filling> wanted = new TreeMap<>(Map.of(role, filling));
        Prepared prepared = preparation.prepare(wanted, Moment.START, true, steps);
        if (!steps.failed()) {
            steps.take(ActivationStep.FLIP, role, () -> transition.drain(table.flip(generation, prepared.slots())));
        }
        alarms.raise(
                ALARM + role,
                "The bundle of role '" + role + "' stopped; try " + (before + 1) + " of " + TRIES + " to bring it back "
                        + (steps.failed() ? "failed at " + Steps.words(steps.report(0, 0)) : "worked"));
    }

    /** A change made things right: all tries count again. The caller holds the lock of changes. */
    void reset() {
        tries.clear();
        steady.clear();
        alarms.clear(ALARM);
    }
}
