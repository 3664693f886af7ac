package tacit.runtime.harness.activation;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.Generation;
import tacit.runtime.harness.routing.Flip;
import tacit.runtime.harness.routing.Router;
import tacit.runtime.harness.slot.Filling;
import tacit.runtime.harness.slot.Slot;
import tacit.runtime.harness.slot.SlotRack;

/** What decides now. Looked at by any thread; changed by the holder of the lock of changes. */
final class LiveTable {

    private final Router router;
    private final SlotRack slots;
    private volatile @Nullable Generation generation;

    LiveTable(Router router, SlotRack slots) {
        this.router = router;
        this.slots = slots;
    }

    Optional<Generation> generation() {
        return Optional.ofNullable(generation);
    }

    /** The number of the generation that decides; 0 for none. */
    long number() {
        return generation().map(Generation::number).orElse(0L);
    }

    SlotRack slots() {
        return slots;
    }

    /** The facade of a role; null when there is none yet. */
    @Nullable
    Object facade(String role) {
        return router.facade(role);
    }

    /** The slots in the table, by role. */
    SortedMap<String, Slot> active() {
        SortedMap<String, Slot> active = new TreeMap<>();
        generation().ifPresent(live -> live.roles()
                .keySet()
                .forEach(role -> slots.of(role).active().ifPresent(slot -> active.put(role, slot))));
        return active;
    }

    /** Whether the table holds exactly this for its role, and it runs. */
    boolean holds(Filling filling) {
        Slot active = active().get(filling.role());
        return active != null && active.holds(filling);
    }

    /** Lets a generation decide: with these slots where it differs, with those of the table elsewhere. */
    Flip flip(Generation next, Map<String, Slot> changed) {
        SortedMap<String, Slot> before = active();
        SortedMap<String, Slot> after = new TreeMap<>(before);
        after.putAll(changed);
        after.keySet().retainAll(next.roles().keySet());
        Flip flip = router.flip(
                next.number(), after.values().stream().map(Slot::provider).toList());
        generation = next;
        before.putAll(after);
        before.keySet().forEach(role -> slots.of(role).flipped(after.get(role), flip));
        return flip;
    }
}
