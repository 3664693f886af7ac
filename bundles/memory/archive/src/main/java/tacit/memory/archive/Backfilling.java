package tacit.memory.archive;

import java.util.ArrayList;
import java.util.List;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.ObservationBackfill;
import tacit.api.store.Scope;

/** Takes memories apart that were stored without. Stateless. */
final class Backfilling {

    static final String BACKFILL = "backfill";
    private static final int MOST_ERRORS = 20;

    private final Shelf shelf;

    Backfilling(Shelf shelf) {
        this.shelf = shelf;
    }

    ObservationBackfill status(Scope scope) {
        long[] counts = new long[2];
        shelf.eachOwn(scope, MemoryFilter.of(Fields.LAYER)).forEach(record -> counts[Sidecar.has(record) ? 1 : 0]++);
        return new ObservationBackfill(counts[0] + counts[1], counts[1], 0, counts[0], List.of());
    }

    ObservationBackfill run(Scope scope, boolean all) {
        List<String> errors = new ArrayList<>();
        long[] counts = new long[3];
        shelf.eachOwn(scope, MemoryFilter.of(Fields.LAYER)).forEach(record -> {
            counts[0]++;
            boolean due = !Sidecar.has(record)
                    || (all && !record.attributes().getOrDefault(Sidecar.BY, "").equals(Sidecar.MANUAL));
            if (due) {
                counts[takeApart(record, errors) ? 1 : 2]++;
            }
        });
        return new ObservationBackfill(
                counts[0], counts[1], counts[2], status(scope).pending() - counts[2], errors);
    }

    private boolean takeApart(MemoryRecord record, List<String> errors) {
        try {
            String reason = record.attribute(Sidecar.REASON).orElse(Sidecar.CAPTURED);
            shelf.change(record, MemoryChange.NONE.withAttributes(Sidecar.of(record, BACKFILL, reason)));
            return true;
        } catch (RuntimeException e) {
            if (errors.size() < MOST_ERRORS) {
                errors.add("Memory '" + record.id() + "': " + e.getClass().getSimpleName());
            }
            return false;
        }
    }
}
