package tacit.pulse.traces;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of traces within one transaction. */
final class TraceRows {

    private static final String COLUMNS = """
            SELECT id, profile_id, workspace_id, target_key, surface, kind, run_id, parent_id, status, task_id, result,
              response, summary, error, started_at, completed_at
            FROM core_traces
            """;

    private static final List<String> NEW = List.of(
            "id",
            "profile_id",
            "workspace_id",
            "target_key",
            "surface",
            "kind",
            "run_id",
            "parent_id",
            "status",
            "started_at",
            "summary",
            "error",
            "completed_at");

    private static final List<String> STEP =
            List.of("trace_id", "event_key", "place", "phase", "event_type", "summary", "details", "created_at");

    private final Session session;

    TraceRows(Session session) {
        this.session = session;
    }

    CoreTrace begin(CoreTraceDraft draft, Instant now) {
        CoreTrace begun = new CoreTrace(
                CoreTrace.idOf(draft.surface(), draft.runId()),
                draft,
                CoreTraceStatus.RUNNING,
                null,
                null,
                null,
                null,
                null,
                now,
                null);
        return add(begun) ? begun : find(begun.id()).orElseThrow();
    }

    /** One that is over as soon as it begins. */
    static CoreTrace ended(
            CoreTraceDraft draft, CoreTraceStatus status, String summary, @Nullable String error, Instant now) {
        return new CoreTrace(
                CoreTrace.idOf(draft.surface(), draft.runId()),
                draft,
                status,
                null,
                null,
                null,
                summary,
                error,
                now,
                now);
    }

    /** False when it is there. */
    boolean add(CoreTrace trace) {
        CoreTraceDraft draft = trace.draft();
        return session.insertAbsent("core_traces", NEW, List.<@Nullable Object[]>of(new @Nullable Object[] {
            trace.id(),
            draft.profileId(),
            draft.workspaceId(),
            draft.targetKey(),
            draft.surface().name(),
            draft.kind().name(),
            draft.runId(),
            draft.parentId(),
            trace.status().name(),
            trace.startedAt(),
            trace.summary(),
            trace.error(),
            trace.completedAt()
        }))[0];
    }

    Optional<CoreTrace> find(String id) {
        return session.selectOne(COLUMNS + "WHERE id = ?", TraceRows::trace, id);
    }

    /** False when it had ended, which stays so. */
    boolean end(String id, CoreTraceStatus status, String summary, @Nullable String error, Instant now) {
        return session.update(
                        "UPDATE core_traces SET status = ?, summary = ?, error = ?, completed_at = ? WHERE id = ? AND status = 'RUNNING'",
                        status.name(),
                        summary,
                        error,
                        now,
                        id)
                == 1;
    }

    /**
     * What happened within a trace.
     *
     * @param key the same for the same, however often it is told
     * @param details as they are kept
     */
    record Step(String key, CoreTrace.Event event, String details) {

        @Nullable
        Object[] row(String id, long place) {
            return new @Nullable Object[] {
                id, key, place, event.phase().name(), event.type(), event.summary(), details, event.at()
            };
        }
    }

    void step(String id, Step step) {
        long place = session.selectOne(
                        "SELECT COUNT(*) AS n FROM core_trace_events WHERE trace_id = ?", row -> row.number("n"), id)
                .orElse(0L);
        session.insertAbsent("core_trace_events", STEP, List.<@Nullable Object[]>of(step.row(id, place)));
    }

    /** The steps of a trace that has none yet. */
    void add(String id, List<Step> steps) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        steps.forEach(step -> rows.add(step.row(id, rows.size())));
        session.insertAbsent("core_trace_events", STEP, rows);
    }

    List<CoreTrace.Event> events(String id) {
        return session.select(
                "SELECT phase, event_type, summary, details, created_at FROM core_trace_events WHERE trace_id = ? ORDER BY place",
                row -> new CoreTrace.Event(
                        CorePhase.valueOf(row.text("phase")),
                        row.text("event_type"),
                        row.text("summary"),
                        Words.read(row.text("details")),
                        row.time("created_at")),
                id);
    }

    Page<CoreTrace> list(CoreTraces.Filter filter, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("WHERE 1 = 1");
        add(where, values, "profile_id", filter.profileId());
        add(where, values, "workspace_id", filter.workspaceId());
        add(where, values, "target_key", filter.targetKey());
        add(where, values, "kind", filter.kind() == null ? null : filter.kind().name());
        add(
                where,
                values,
                "status",
                filter.status() == null ? null : filter.status().name());
        long total = session.selectOne(
                        "SELECT COUNT(*) AS n FROM core_traces " + where, row -> row.number("n"), values.toArray())
                .orElse(0L);
        values.add(page.limit());
        values.add(page.offset());
        List<CoreTrace> rows = session.select(
                COLUMNS + where + " ORDER BY sequence DESC LIMIT ? OFFSET ?", TraceRows::trace, values.toArray());
        return new Page<>(rows, page.offset(), total);
    }

    private static void add(StringBuilder where, List<@Nullable Object> values, String column, @Nullable String value) {
        if (value != null) {
            where.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }

    List<CoreTrace> running(CoreSurface surface) {
        return session.select(COLUMNS + "WHERE status = 'RUNNING' AND surface = ?", TraceRows::trace, surface.name());
    }

    Optional<CoreTrace> ofTask(String executionId) {
        return session.selectOne(
                COLUMNS + "WHERE task_id = ? ORDER BY sequence LIMIT 1", TraceRows::trace, executionId);
    }

    List<String> ids(String sql, String id) {
        return session.select(sql, row -> row.text("id"), id);
    }

    private static CoreTrace trace(Row row) {
        CoreTraceDraft draft = new CoreTraceDraft(
                row.text("profile_id"),
                row.optionalText("workspace_id").orElse(null),
                row.optionalText("target_key").orElse(null),
                CoreSurface.valueOf(row.text("surface")),
                CoreTraceKind.valueOf(row.text("kind")),
                row.text("run_id"),
                row.optionalText("parent_id").orElse(null));
        return new CoreTrace(
                row.text("id"),
                draft,
                CoreTraceStatus.valueOf(row.text("status")),
                row.optionalText("task_id").orElse(null),
                row.optionalText("result").orElse(null),
                row.optionalText("response").orElse(null),
                row.optionalText("summary").orElse(null),
                row.optionalText("error").orElse(null),
                row.time("started_at"),
                row.optionalTime("completed_at").orElse(null));
    }
}
