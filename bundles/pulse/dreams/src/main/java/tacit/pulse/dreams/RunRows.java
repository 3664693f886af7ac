package tacit.pulse.dreams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamingDesk.Trigger;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of runs. Confined to one transaction. */
final class RunRows {

    private static final List<String> COLUMNS = List.of(
            "id",
            "workspace_id",
            "profile_id",
            "running_key",
            "scope_kind",
            "scope_ref",
            "status",
            "trigger_source",
            "reference",
            "instructions",
            "evidence_count",
            "candidate_count",
            "merged_count",
            "dropped_count",
            "started_at");

    private final Session session;

    RunRows(Session session) {
        this.session = session;
    }

    /** The number of the last run over all workspaces, for names that never come again; -1 for none. */
    long lastNumber() {
        return session.selectOne(
                        "SELECT MAX(sequence) AS last_one FROM dreaming_runs",
                        row -> row.optionalNumber("last_one").orElse(-1L))
                .orElse(-1L);
    }

    /** False when the workspace has one that is under way. */
    boolean begin(DreamRun run) {
        Object[] row = {
            run.id(),
            run.workspaceId(),
            run.profileId(),
            run.workspaceId(),
            run.scope().name(),
            run.scopeRef(),
            run.status().name(),
            run.trigger().name(),
            run.reference(),
            run.instructions(),
            0L,
            0L,
            0L,
            0L,
            run.startedAt()
        };
        return session.insertAbsent("dreaming_runs", COLUMNS, Collections.singletonList(row))[0];
    }

    /** Ends one that is under way; false when it is not any more. */
    boolean end(DreamRun run) {
        return session.update(
                        "UPDATE dreaming_runs SET status = ?, running_key = id, summary = ?, evidence_count = ?,"
                                + " candidate_count = ?, merged_count = ?, dropped_count = ?, error = ?, completed_at = ?"
                                + " WHERE workspace_id = ? AND id = ? AND status = 'RUNNING'",
                        run.status().name(),
                        run.summary(),
                        (long) run.evidence(),
                        (long) run.candidates(),
                        (long) run.merged(),
                        (long) run.dropped(),
                        run.error(),
                        run.completedAt(),
                        run.workspaceId(),
                        run.id())
                == 1;
    }

    /** Ends all that a crash left under way. */
    int recover(Instant now, String reason) {
        return session.update(
                "UPDATE dreaming_runs SET status = 'FAILED', running_key = id, error = ?, completed_at = ?"
                        + " WHERE status = 'RUNNING'",
                reason,
                now);
    }

    Optional<DreamRun> find(String workspaceId, String id) {
        return session.selectOne(
                "SELECT * FROM dreaming_runs WHERE workspace_id = ? AND id = ?", RunRows::run, workspaceId, id);
    }

    /** When the last one of a trigger began. */
    Optional<Instant> last(String workspaceId, Trigger trigger) {
        return session.selectOne(
                "SELECT * FROM dreaming_runs WHERE workspace_id = ? AND trigger_source = ? ORDER BY sequence DESC LIMIT 1",
                row -> row.time("started_at"),
                workspaceId,
                trigger.name());
    }

    Page<DreamRun> list(String workspaceId, DreamRun.@Nullable Status status, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>(List.of(workspaceId));
        String where = "workspace_id = ?";
        if (status != null) {
            where += " AND status = ?";
            values.add(status.name());
        }
        long total = session.selectOne(
                        "SELECT COUNT(*) AS many FROM dreaming_runs WHERE " + where,
                        row -> row.number("many"),
                        values.toArray())
                .orElse(0L);
        values.add(page.limit());
        values.add(page.offset());
        return new Page<>(
                session.select(
                        "SELECT * FROM dreaming_runs WHERE " + where + " ORDER BY sequence DESC LIMIT ? OFFSET ?",
                        RunRows::run,
                        values.toArray()),
                page.offset(),
                total);
    }

    private static DreamRun run(Row row) {
        return new DreamRun(
                row.text("id"),
                row.text("workspace_id"),
                row.text("profile_id"),
                DreamRun.ScopeKind.valueOf(row.text("scope_kind")),
                row.text("scope_ref"),
                DreamRun.Status.valueOf(row.text("status")),
                Trigger.valueOf(row.text("trigger_source")),
                row.optionalText("reference").orElse(null),
                row.optionalText("instructions").orElse(null),
                row.optionalText("summary").orElse(null),
                (int) row.number("evidence_count"),
                (int) row.number("candidate_count"),
                (int) row.number("merged_count"),
                (int) row.number("dropped_count"),
                row.optionalText("error").orElse(null),
                row.time("started_at"),
                row.optionalTime("completed_at").orElse(null));
    }
}
