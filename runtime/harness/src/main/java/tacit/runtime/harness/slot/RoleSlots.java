package tacit.runtime.harness.slot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.runtime.harness.routing.Flip;

/** The two slots of a role, of which one at most is in the table. Changed by one thread at a time; looked at by any. */
public final class RoleSlots {

    private final Slot a;
    private final Slot b;
    private volatile @Nullable Slot active;

    RoleSlots(String role, SlotKit kit) {
        this.a = new Slot(role, "A", kit);
        this.b = new Slot(role, "B", kit);
    }

    /** The one whose provider is in the table. */
    public Optional<Slot> active() {
        return Optional.ofNullable(active);
    }

    /** The one that may be filled; while none is in the table, the one that holds this already or else is free. */
    public Slot idle(@Nullable Filling wanted) {
        List<Slot> idle = Stream.of(a, b).filter(slot -> slot != active).toList();
        return idle.stream()
                .filter(slot -> wanted != null && slot.holds(wanted))
                .findFirst()
                .or(() -> idle.stream().filter(slot -> slot.busy().isEmpty()).findFirst())
                .orElse(idle.get(0));
    }

    /** Notes what a flip did: which slot is in the table now, if any. */
    public void flipped(@Nullable Slot now, Flip flip) {
        Slot before = active;
        if (before != null && before != now) {
            before.retire(flip);
        }
        active = now;
    }

    /** Why slots of this role can't be used, in words. */
    public List<String> busy() {
        return Stream.of(a, b)
                .filter(slot -> slot != active)
                .flatMap(slot -> slot.busy().stream())
                .toList();
    }

    /** Stops both; one that does not stop is left to the end of the process. */
    void empty() {
        for (Slot slot : List.of(a, b)) {
            try {
                slot.empty();
            } catch (StepFailure e) {
                SlotRack.log.warn("Cannot empty {}: {}", slot.subject(), e.words());
            }
        }
    }
}
