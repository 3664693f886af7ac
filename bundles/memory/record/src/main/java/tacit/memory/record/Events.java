package tacit.memory.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** What those who keep copies must still be told, in order. Confined to one transaction. */
final class Events {

    /**
     * One change; a removed memory comes as it was.
     *
     * @param memoryId empty where a workspace or a user was cleared
     * @param userId the user who was cleared with all evidence; null for a workspace and for a change of one memory
     */
    record Event(
            long number,
            String workspaceId,
            String memoryId,
            @Nullable String userId,
            @Nullable MemoryRecord removed,
            boolean withEvidence) {

        boolean isClearing() {
            return memoryId.isEmpty();
        }

        Scope scope() {
            return new Scope(workspaceId, userId);
        }
    }

    private final Session session;

    Events(Session session) {
        this.session = session;
    }

    void changed(String workspaceId, String memoryId) {
        note(workspaceId, memoryId, null, null, false);
    }

    void removed(MemoryRecord memory, boolean withEvidence) {
        note(memory.workspaceId(), memory.id(), null, RecordText.of(memory), withEvidence);
    }

    /** Everything of a workspace, or of a user of it with all evidence, is gone. */
    void cleared(Scope scope) {
        note(scope.workspaceId(), "", scope.userId(), null, scope.userId() != null);
    }

    private void note(
            String workspaceId,
            String memoryId,
            @Nullable String userId,
            @Nullable String removed,
            boolean withEvidence) {
        if (!listeners().isEmpty()) {
            session.update(
                    "INSERT INTO memory_events (workspace_id, memory_id, user_id, removed, with_evidence)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    workspaceId,
                    memoryId,
                    userId,
                    removed,
                    withEvidence);
        }
    }

    /** Makes a listener known; it is told what happens from now on. */
    void listen(String listener) {
        session.insertAbsent(
                "memory_listeners",
                List.of("listener", "event_no"),
                List.<@Nullable Object[]>of(new Object[] {listener, last()}));
    }

    /** HSQLDB numbers from 0, PostgreSQL from 1. */
    private long last() {
        return session.selectOne("SELECT MAX(event_no) AS n FROM memory_events", row -> row.optionalNumber("n"))
                .flatMap(number -> number)
                .orElse(-1L);
    }

    List<String> listeners() {
        return session.select("SELECT listener FROM memory_listeners", row -> row.text("listener")).stream()
                .sorted()
                .toList();
    }

    /** What a listener was not told yet, the oldest first. */
    List<Event> pending(String listener, int most) {
        long told = session.selectOne(
                        "SELECT event_no FROM memory_listeners WHERE listener = ?",
                        row -> row.number("event_no"),
                        listener)
                .orElse(Long.MAX_VALUE);
        return session.select(
                "SELECT * FROM memory_events WHERE event_no > ? ORDER BY event_no LIMIT ?",
                row -> new Event(
                        row.number("event_no"),
                        row.text("workspace_id"),
                        row.text("memory_id"),
                        row.optionalText("user_id").orElse(null),
                        row.optionalText("removed").map(RecordText::read).orElse(null),
                        row.truth("with_evidence")),
                told,
                most);
    }

    /** Notes that a listener was told, and forgets what nobody waits for. */
    void told(String listener, long number) {
        session.update("UPDATE memory_listeners SET event_no = ? WHERE listener = ?", number, listener);
        session.selectOne("SELECT MIN(event_no) AS n FROM memory_listeners", row -> row.number("n"))
                .ifPresent(all -> session.update("DELETE FROM memory_events WHERE event_no <= ?", all));
    }
}
