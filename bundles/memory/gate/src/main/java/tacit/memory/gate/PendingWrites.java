package tacit.memory.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** The rows of writes that wait or were looked at. Confined to one transaction. */
final class PendingWrites {

    private static final String TABLE = "pending_memory_writes";

    private static final List<String> COLUMNS = List.of(
            "workspace_id",
            "id",
            "user_id",
            "fingerprint",
            "content_key",
            "subject_id",
            "target",
            "act",
            "origin",
            "task_id",
            "payload",
            "old_value",
            "reason",
            "evidence",
            "summary",
            "risk",
            "status",
            "created_at");

    /** Nothing happens to these any more. */
    private static final List<Status> REVIEWED = List.of(Status.APPLIED, Status.FAILED, Status.REJECTED);

    private final Session session;

    PendingWrites(Session session) {
        this.session = session;
    }

    /** Keeps a proposal and answers its id; the same one that waits already is not kept twice. */
    String add(Proposal proposal, Instant now) {
        String workspace = proposal.write().workspaceId();
        List<String> same = session.select(
                "SELECT id FROM " + TABLE + " WHERE workspace_id = ? AND fingerprint = ? AND status = ?",
                row -> row.text("id"),
                workspace,
                proposal.fingerprint(),
                Status.PENDING.name());
        if (!same.isEmpty()) {
            return same.get(0);
        }
        long before = count("workspace_id = ? AND fingerprint = ?", List.of(workspace, proposal.fingerprint()));
        String id = "w-"
                + Proposal.hash(workspace + "\n" + proposal.fingerprint() + "\n" + before + "\n" + now)
                        .substring(0, 20);
        session.insertAbsent(TABLE, COLUMNS, Collections.singletonList(values(proposal, id, now)));
        return id;
    }

    private static @Nullable Object[] values(Proposal proposal, String id, Instant now) {
        MemoryWrite write = proposal.write();
        return new @Nullable Object[] {
            write.workspaceId(),
            id,
            write.payload().get(MemoryWrite.USER),
            proposal.fingerprint(),
            Proposal.contentKey(write.payload().get(MemoryWrite.CONTENT)),
            write.payload().get(MemoryWrite.ID),
            write.target().name(),
            write.action(),
            write.origin().name(),
            write.taskId(),
            WriteText.payload(write.payload()),
            write.oldValue(),
            write.reason(),
            WriteText.evidence(write.evidence()),
            proposal.summary(),
            Risk.of(write),
            Status.PENDING.name(),
            now
        };
    }

    long waiting(String workspaceId) {
        return count("workspace_id = ? AND status = ?", List.of(workspaceId, Status.PENDING.name()));
    }

    Page<PendingWrite> list(Scope scope, @Nullable Status status, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>();
        String where = where(scope, values);
        if (status != null) {
            where += " AND status = ?";
            values.add(status.name());
        }
        long total = count(where, values);
        values.add(page.limit());
        values.add(page.offset());
        return new Page<>(
                session.select(
                        "SELECT * FROM " + TABLE + " WHERE " + where
                                + " ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?",
                        PendingWrites::write,
                        values.toArray()),
                page.offset(),
                total);
    }

    Optional<PendingWrite> find(Scope scope, String id) {
        List<@Nullable Object> values = new ArrayList<>();
        String where = where(scope, values) + " AND id = ?";
        values.add(id);
        return session.selectOne("SELECT * FROM " + TABLE + " WHERE " + where, PendingWrites::write, values.toArray());
    }

    /** Takes a write away from all others who would do or drop it; false when somebody was faster. */
    boolean claim(PendingWrite pending, Proposal wanted, Status next, Instant now, String by, Instant abandoned) {
        MemoryWrite write = wanted.write();
        return session.update(
                        "UPDATE " + TABLE
                                + " SET status = ?, reviewed_at = ?, reviewed_by = ?, payload = ?, content_key = ?,"
                                + " summary = ? WHERE workspace_id = ? AND id = ?"
                                + " AND (status = ? OR (status = ? AND reviewed_at < ?))",
                        next.name(),
                        now,
                        by,
                        WriteText.payload(write.payload()),
                        Proposal.contentKey(write.payload().get(MemoryWrite.CONTENT)),
                        wanted.summary(),
                        write.workspaceId(),
                        pending.id(),
                        Status.PENDING.name(),
                        Status.APPLYING.name(),
                        abandoned)
                == 1;
    }

    void settle(PendingWrite pending, Status status, @Nullable String resolution, @Nullable String memoryId) {
        session.update(
                "UPDATE " + TABLE + " SET status = ?, resolution = ?, memory_id = ? WHERE workspace_id = ? AND id = ?",
                status.name(),
                resolution,
                memoryId,
                pending.write().workspaceId(),
                pending.id());
    }

    /** Drops every write that would bring back, or shows, what a memory said. */
    void forget(MemoryRecord memory) {
        session.update(
                "DELETE FROM " + TABLE + " WHERE workspace_id = ?"
                        + " AND (subject_id = ? OR memory_id = ? OR content_key = ? OR evidence LIKE ?)",
                memory.workspaceId(),
                memory.id(),
                memory.id(),
                Proposal.contentKey(memory.text()),
                "%\"" + memory.id() + "\"%");
    }

    /** Drops what was looked at before a time, in all workspaces or in one; null for all. */
    void dropReviewed(@Nullable String workspaceId, Instant before) {
        for (Status status : REVIEWED) {
            List<@Nullable Object> values = new ArrayList<>(List.of(status.name(), before));
            if (workspaceId != null) {
                values.add(workspaceId);
            }
            session.update(
                    "DELETE FROM " + TABLE + " WHERE status = ? AND reviewed_at < ?"
                            + (workspaceId == null ? "" : " AND workspace_id = ?"),
                    values.toArray());
        }
    }

    int delete(String workspaceId, String id) {
        return session.update("DELETE FROM " + TABLE + " WHERE workspace_id = ? AND id = ?", workspaceId, id);
    }

    /** Drops every write of a workspace, or of a user of it. */
    void clear(Scope scope) {
        List<@Nullable Object> values = new ArrayList<>(List.of(scope.workspaceId()));
        String user = scope.userId();
        if (user != null) {
            values.add(user);
        }
        session.update(
                "DELETE FROM " + TABLE + " WHERE workspace_id = ?" + (user == null ? "" : " AND user_id = ?"),
                values.toArray());
    }

    private long count(String where, List<? extends @Nullable Object> values) {
        return session.selectOne(
                        "SELECT COUNT(*) AS rows_there FROM " + TABLE + " WHERE " + where,
                        row -> row.number("rows_there"),
                        values.toArray())
                .orElse(0L);
    }

    private static String where(Scope scope, List<@Nullable Object> values) {
        values.add(scope.workspaceId());
        String user = scope.userId();
        if (user == null) {
            return "workspace_id = ?";
        }
        values.add(user);
        return "workspace_id = ? AND (user_id = ? OR user_id IS NULL)";
    }

    private static PendingWrite write(Row row) {
        MemoryWrite write = new MemoryWrite(
                row.text("workspace_id"),
                MemoryWrite.Target.valueOf(row.text("target")),
                row.text("act"),
                MemoryWrite.Origin.valueOf(row.text("origin")),
                row.optionalText("task_id").orElse(null),
                WriteText.payload(row.text("payload")),
                row.optionalText("old_value").orElse(null),
                row.optionalText("reason").orElse(null),
                WriteText.evidence(row.text("evidence")));
        return new PendingWrite(
                row.text("id"),
                write,
                row.text("summary"),
                row.real("risk"),
                Status.valueOf(row.text("status")),
                row.time("created_at"),
                row.optionalTime("reviewed_at").orElse(null),
                row.optionalText("reviewed_by").orElse(null),
                row.optionalText("resolution").orElse(null));
    }
}
