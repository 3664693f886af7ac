package tacit.memory.archive;

import java.time.Clock;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryWrite;
import tacit.api.store.Scope;

/** Puts memories aside that do not hold any more, and takes that back; what was put aside so never goes by itself. Stateless. */
final class StaleMarks {

    private static final String STALE = "stale.at";

    private final Shelf shelf;
    private final Clock clock;

    StaleMarks(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Answers the memory's id; one that is marked stays as it is. */
    String mark(MemoryWrite write) {
        MemoryRecord record = named(write);
        if (record.attributes().containsKey(STALE) && record.state() == MemoryState.ARCHIVED) {
            return record.id();
        }
        if (record.state() != MemoryState.ACTIVE) {
            throw new IllegalArgumentException("id must name a memory that holds, got '" + record.id() + "'");
        }
        return change(record, MemoryState.ARCHIVED, clock.instant().toString());
    }

    String unmark(MemoryWrite write) {
        MemoryRecord record = named(write);
        if (!record.attributes().containsKey(STALE)) {
            if (record.state() == MemoryState.ACTIVE) {
                return record.id();
            }
            throw new IllegalArgumentException(
                    "id must name a memory that was put aside as stale, got '" + record.id() + "'");
        }
        return change(record, MemoryState.ACTIVE, "");
    }

    private String change(MemoryRecord record, MemoryState state, String mark) {
        return shelf.change(record, MemoryChange.NONE.withState(state).withAttributes(Fields.one(STALE, mark)))
                .id();
    }

    private MemoryRecord named(MemoryWrite write) {
        String id = write.payload().getOrDefault(MemoryWrite.ID, "");
        String user = write.payload().get(MemoryWrite.USER);
        return shelf.own(new Scope(write.workspaceId(), user), id)
                .orElseThrow(
                        () -> new IllegalArgumentException("id must name a memory of the archive, got '" + id + "'"));
    }
}
