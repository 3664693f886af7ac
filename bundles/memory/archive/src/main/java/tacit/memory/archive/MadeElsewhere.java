package tacit.memory.archive;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryPayload;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryStore.Stored;
import tacit.api.memory.MemoryWrite;
import tacit.api.store.Scope;

/** Stores memories of the archive that others made, such as the distiller: with every part that they proposed. Stateless. */
final class MadeElsewhere {

    private final MemoryStore store;
    private final Clock clock;

    MadeElsewhere(MemoryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Stores the memory of a write, in place of the one that it names while that still holds; answers its id. */
    String store(MemoryWrite write) {
        MemoryDraft draft = MemoryPayload.draft(write);
        if (!draft.layer().equals(Fields.LAYER)) {
            throw new IllegalArgumentException("layer must be " + Fields.LAYER + ", got '" + draft.layer() + "'");
        }
        Scope scope = Scope.ofWorkspace(write.workspaceId());
        String old = write.payload().get(MemoryWrite.ID);
        if (old != null && holds(scope, old)) {
            return store.supersede(scope, old, draft).id();
        }
        Stored stored = store.add(draft);
        return (stored.added() ? stored.record() : confirmed(scope, stored.record(), draft)).id();
    }

    private boolean holds(Scope scope, String id) {
        @Nullable MemoryRecord old = store.find(scope, id).orElse(null);
        if (old != null && !Fields.isArchive(old)) {
            throw new IllegalArgumentException("id must name a memory of the archive, got '" + id + "'");
        }
        return old != null && old.state() == MemoryState.ACTIVE;
    }

    private MemoryRecord confirmed(Scope scope, MemoryRecord known, MemoryDraft draft) {
        double surer = Math.max(known.confidence(), draft.confidence());
        MemoryChange again = MemoryChange.NONE.confirmed(clock.instant(), surer).withEvidence(draft.evidence());
        return store.change(scope, known.id(), again).orElse(known);
    }
}
