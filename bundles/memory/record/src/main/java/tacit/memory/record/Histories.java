package tacit.memory.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** What memories said before. Confined to one transaction. */
final class Histories {

    private final Session session;
    private final MemoryTables tables;

    Histories(Session session) {
        this.session = session;
        tables = new MemoryTables(session);
    }

    /** Keeps what a memory says now. */
    void keep(StoredMemory memory) {
        long last = session.selectOne(
                        "SELECT COUNT(*) AS n FROM memory_history WHERE memory_no = ?",
                        row -> row.number("n"),
                        memory.number())
                .orElse(0L);
        session.update(
                "INSERT INTO memory_history (memory_no, version, memory) VALUES (?, ?, ?)",
                memory.number(),
                last + 1,
                RecordText.of(memory.memory()));
    }

    /** What the scope sees of a memory's past, the oldest first, itself last. */
    List<MemoryRecord> of(Scope scope, String id) {
        List<MemoryRecord> all = new ArrayList<>();
        collect(scope, id, all, new HashSet<>());
        return all;
    }

    private void collect(Scope scope, String id, List<MemoryRecord> all, Set<String> seen) {
        if (!seen.add(id)) {
            return;
        }
        tables.visible(scope, id).ifPresent(memory -> {
            predecessors(id).forEach(predecessor -> collect(scope, predecessor, all, seen));
            all.addAll(versions(memory.number()));
            all.add(memory.memory());
        });
    }

    private List<String> predecessors(String id) {
        return session.select(
                "SELECT memory_id FROM memories WHERE superseded_by = ? ORDER BY created_at, memory_no",
                row -> row.text("memory_id"),
                id);
    }

    /** The former versions of a memory, the oldest first. */
    List<MemoryRecord> versions(long number) {
        return session.select(
                "SELECT memory FROM memory_history WHERE memory_no = ? ORDER BY version",
                row -> RecordText.read(row.text("memory")),
                number);
    }
}
