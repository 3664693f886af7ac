package tacit.runtime.harness.activation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.runtime.harness.slot.Filling;
import tacit.runtime.harness.slot.Slot;
import tacit.runtime.harness.slot.StepFailure;

/** SlotRack that are ready for the table, and what they held before. Confined to the thread of the change. */
final class Prepared {

    private final Preparation preparation;
    private final SortedMap<String, Slot> slots = new TreeMap<>();
    private final Map<Slot, @Nullable Filling> touched = new LinkedHashMap<>();

    Prepared(Preparation preparation) {
        this.preparation = preparation;
    }

    /** Remembers what a slot holds before it is filled. */
    void touch(Slot slot) {
        touched.put(slot, slot.alive() ? slot.filling() : null);
    }

    void ready(String role, Slot slot) {
        slots.put(role, slot);
    }

    SortedMap<String, Slot> slots() {
        return slots;
    }

    /** Puts back what the slots held; answers in words what could not be put back. */
    String undo() {
        List<String> lost = new ArrayList<>();
        touched.forEach((slot, before) -> {
            try {
                if (before == null) {
                    slot.empty();
                } else {
                    preparation.restore(slot, before);
                }
            } catch (StepFailure e) {
                lost.add(
                        before == null
                                ? e.words()
                                : slot.subject() + " no longer holds " + before.artifact() + ": " + e.words());
            }
        });
        return String.join("; ", lost);
    }
}
