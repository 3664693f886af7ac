package tacit.memory.record;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore.Stored;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** Adds, changes and supersedes memories. Confined to one transaction. */
final class Storing {

    private final MemoryTables tables;
    private final Histories histories;
    private final Tombstones tombstones;
    private final Events events;
    private final Instant now;

    Storing(Session session, Instant now) {
        tables = new MemoryTables(session);
        histories = new Histories(session);
        tombstones = new Tombstones(session);
        events = new Events(session);
        this.now = now;
    }

    Stored add(MemoryDraft draft, String id) {
        tombstones.check(draft);
        String digest = keyDigest(draft);
        if (digest != null) {
            String holder = tables.claim(digest, id);
            if (!holder.equals(id)) {
                return new Stored(read(draft.workspaceId(), holder), false);
            }
        }
        tables.insert(new StoredMemory(0, fresh(draft, id), digest));
        events.changed(draft.workspaceId(), id);
        return new Stored(read(draft.workspaceId(), id), true);
    }

    MemoryRecord supersede(Scope scope, String id, MemoryDraft draft, String newId) {
        StoredMemory before = tables.own(scope, id)
                .filter(StoredMemory::active)
                .orElseThrow(() -> new IllegalArgumentException("id must be of an active memory, got '" + id + "'"));
        if (before.keyDigest() != null) {
            tables.release(before);
        }
        MemoryRecord successor = add(draft, newId).record();
        Instant end = successor.validFrom() == null ? now : successor.validFrom();
        tables.update(
                before, before.with(Changed.superseded(before.memory(), successor.id(), end, now), before.keyDigest()));
        events.changed(scope.workspaceId(), id);
        return successor;
    }

    Optional<MemoryRecord> change(Scope scope, String id, MemoryChange change) {
        Optional<StoredMemory> found = tables.own(scope, id);
        found.ifPresent(before -> change(before, change));
        return found.map(before -> read(scope.workspaceId(), id));
    }

    private void change(StoredMemory before, MemoryChange change) {
        MemoryRecord memory = before.memory();
        MemoryRecord changed = Changed.by(memory, change, now);
        String digest = change.key() == null ? before.keyDigest() : keyDigest(memory, change.key());
        StoredMemory after = before.with(changed, digest);
        if (before.active() && before.keyDigest() != null) {
            tables.release(before);
        }
        if (after.active()
                && digest != null
                && !tables.claim(digest, memory.id()).equals(memory.id())) {
            throw new IllegalArgumentException(
                    "key must not be that of another active memory, got one for '" + memory.id() + "'");
        }
        if (!changed.text().equals(memory.text())) {
            histories.keep(before);
        }
        tables.update(before, after);
        events.changed(memory.workspaceId(), memory.id());
    }

    private MemoryRecord read(String workspaceId, String id) {
        return tables.own(Scope.ofWorkspace(workspaceId), id).orElseThrow().memory();
    }

    private static @Nullable String keyDigest(MemoryDraft draft) {
        String key = draft.key();
        return key == null ? null : Digests.key(draft.workspaceId(), draft.layer(), draft.scope(), key);
    }

    private static String keyDigest(MemoryRecord memory, String key) {
        return Digests.key(memory.workspaceId(), memory.layer(), memory.scope(), key);
    }

    private MemoryRecord fresh(MemoryDraft draft, String id) {
        return new MemoryRecord(
                id,
                draft.workspaceId(),
                draft.layer(),
                draft.kind(),
                draft.subject(),
                draft.text(),
                draft.scope(),
                draft.visibility(),
                draft.lane(),
                draft.evidence(),
                draft.confidence(),
                draft.validFrom(),
                draft.validUntil(),
                MemoryState.ACTIVE,
                null,
                0,
                null,
                now,
                now,
                now,
                draft.attributes());
    }
}
