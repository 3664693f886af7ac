package tacit.memory.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** Removes memories, and leaves their tombstones. Confined to one transaction. */
final class Deleting {

    private final Session session;
    private final MemoryTables tables;
    private final Histories histories;
    private final Instant now;

    Deleting(Session session, Instant now) {
        this.session = session;
        this.now = now;
        tables = new MemoryTables(session);
        histories = new Histories(session);
    }

    /** Removes those that the scope has; answers them as they were. */
    List<MemoryRecord> delete(Scope scope, Collection<String> ids, boolean withEvidence) {
        return new TreeSet<>(ids)
                .stream()
                        .flatMap(id -> tables.own(scope, id).stream())
                        .map(memory -> delete(memory, withEvidence))
                        .toList();
    }

    private MemoryRecord delete(StoredMemory memory, boolean withEvidence) {
        new Tombstones(session).keep(memory, now);
        Events events = new Events(session);
        histories.versions(memory.number()).forEach(version -> events.removed(version, withEvidence));
        events.removed(memory.memory(), withEvidence);
        tables.delete(memory);
        return memory.memory();
    }

    /** Some of the memories that clearing a scope removes; those of nobody remain when it is a user's. */
    static List<String> someOf(Session session, Scope scope, int most) {
        String sql = "SELECT memory_id FROM memories WHERE workspace_id = ?";
        @Nullable String user = scope.userId();
        return user == null
                ? session.select(sql + " LIMIT ?", row -> row.text("memory_id"), scope.workspaceId(), most)
                : session.select(
                        sql + " AND owner = ? LIMIT ?", row -> row.text("memory_id"), scope.workspaceId(), user, most);
    }

    /** How many memories of each layer belong to the scope's user, or are among the others. */
    static SortedMap<String, Long> layers(Session session, Scope scope, Set<String> others) {
        SortedMap<String, Long> layers = new TreeMap<>();
        session.select(
                "SELECT memory_id, layer, owner FROM memories WHERE workspace_id = ?",
                row -> {
                    boolean own = scope.userId() == null || scope.userId().equals(row.text("owner"));
                    return own || others.contains(row.text("memory_id"))
                            ? layers.merge(row.text("layer"), 1L, Long::sum)
                            : 0L;
                },
                scope.workspaceId());
        return layers;
    }
}
