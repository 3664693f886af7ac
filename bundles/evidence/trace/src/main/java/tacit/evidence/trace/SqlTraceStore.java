package tacit.evidence.trace;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.PendingTrace;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceChanges;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceTally;
import tacit.api.trace.TraceUpdate;

/** Keeps the evidence in tables of the database; holds nothing in memory. Thread-safe. */
@Component(service = {TraceStore.class, TraceChanges.class})
public final class SqlTraceStore implements TraceStore, TraceChanges {

    private final Database database;
    private final TraceMarks marks;

    @Activate
    public SqlTraceStore(@Reference Database database) {
        this.database = database;
        this.marks = new TraceMarks(database);
        database.migrate("tacit.evidence.trace", SqlTraceStore.class);
    }

    @Override
    public List<AppendResult> append(Scope scope, List<TraceUpdate> updates) {
        if (updates.isEmpty()) {
            return List.of();
        }
        return database.write(session -> new TraceAppend(session, scope, updates).run());
    }

    @Override
    public Optional<RecordedTrace> find(Scope scope, String traceId) {
        return database.read(session -> row(session, scope, traceId)
                .map(row -> new RecordedTrace(
                        row.trace(),
                        session.select(
                                "SELECT * FROM spans WHERE trace_no = ? AND workspace_id = ?",
                                SpanRow::span,
                                row.number(),
                                scope.workspaceId()))));
    }

    private static Optional<TraceRow> row(Session session, Scope scope, String traceId) {
        TraceQuery query = new TraceQuery(scope).and("trace_id = ?", traceId);
        return session.selectOne("SELECT * FROM traces " + query.where(), TraceRow::of, query.parameters());
    }

    @Override
    public List<Outcome> outcomes(Scope scope, String traceId) {
        return database.read(session -> session.select(
                "SELECT o.outcome FROM outcomes o JOIN traces t ON t.trace_no = o.trace_no"
                        + " WHERE t.workspace_id = ? AND o.workspace_id = ? AND t.trace_id = ?"
                        + (scope.userId() == null ? "" : " AND t.user_id = ?")
                        + " AND (o.user_id IS NULL OR t.user_id IS NULL OR o.user_id = t.user_id)"
                        + " ORDER BY o.outcome_no",
                row -> Json.outcome(row.text("outcome")),
                scope.user()
                        .map(user -> new @Nullable Object[] {scope.workspaceId(), scope.workspaceId(), traceId, user})
                        .orElse(new @Nullable Object[] {scope.workspaceId(), scope.workspaceId(), traceId})));
    }

    @Override
    public Page<Trace> list(Scope scope, TraceFilter filter, PageRequest page) {
        TraceQuery query = new TraceQuery(scope).matching(filter);
        return database.read(session -> {
            List<Trace> rows = session.select(
                    "SELECT * FROM traces " + query.where()
                            + " ORDER BY started_at DESC NULLS LAST, trace_no LIMIT ? OFFSET ?",
                    TraceRow::trace,
                    query.parameters(page.limit(), page.offset()));
            long total = session.selectOne(
                            "SELECT COUNT(*) AS total FROM traces " + query.where(),
                            row -> row.number("total"),
                            query.parameters())
                    .orElse(0L);
            return new Page<>(rows, page.offset(), total);
        });
    }

    @Override
    public TraceCounts counts(Scope scope) {
        TraceQuery query = new TraceQuery(scope);
        return database.read(session -> {
            Map<OutcomeLabel, Long> outcomes = new EnumMap<>(OutcomeLabel.class);
            for (OutcomeLabel label : OutcomeLabel.values()) {
                outcomes.put(label, 0L);
            }
            long spans = session
                    .select(
                            "SELECT outcome_label, COUNT(*) AS traces, SUM(span_count) AS spans FROM traces "
                                    + query.where() + " GROUP BY outcome_label",
                            row -> {
                                outcomes.put(OutcomeLabel.valueOf(row.text("outcome_label")), row.number("traces"));
                                return row.number("spans");
                            },
                            query.parameters())
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long traces = outcomes.values().stream().mapToLong(Long::longValue).sum();
            return new TraceCounts(traces, spans, outcomes, lastStarts(session, query));
        });
    }

    @Override
    public List<TraceTally> tallies(Scope scope, @Nullable Instant from) {
        return database.read(session -> Tallies.of(session, scope, from));
    }

    private static Map<String, Instant> lastStarts(Session session, TraceQuery query) {
        Map<String, Instant> starts = new HashMap<>();
        session.select(
                "SELECT agent, MAX(started_at) AS newest FROM traces " + query.where()
                        + " AND agent IS NOT NULL AND started_at IS NOT NULL GROUP BY agent",
                row -> starts.put(row.text("agent"), row.time("newest")),
                query.parameters());
        return starts;
    }

    @Override
    public List<PendingTrace> pending(Scope scope, int limit) {
        return marks.marked(scope, TraceMarks.Mark.PENDING, limit);
    }

    @Override
    public void learned(Scope scope, List<PendingTrace> traces) {
        marks.clear(scope, TraceMarks.Mark.PENDING, traces);
    }

    @Override
    public List<PendingTrace> unread(Scope scope, int limit) {
        return marks.marked(scope, TraceMarks.Mark.UNREAD, limit);
    }

    @Override
    public void read(Scope scope, List<PendingTrace> traces) {
        marks.clear(scope, TraceMarks.Mark.UNREAD, traces);
    }

    @Override
    public List<String> workspaces() {
        return database
                .read(session ->
                        session.select("SELECT workspace_id FROM trace_workspaces", row -> row.text("workspace_id")))
                .stream()
                .sorted()
                .toList();
    }
}
