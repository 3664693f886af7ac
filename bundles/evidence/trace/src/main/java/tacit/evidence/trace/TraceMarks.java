package tacit.evidence.trace;

import java.util.List;
import java.util.Locale;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.PendingTrace;

/** Remembers what is still to be done with each trace, until that was done with the trace as it stands. Thread-safe. */
final class TraceMarks {

    /** What is to be done. */
    enum Mark {
        /** To be learned from. */
        PENDING,
        /** To be made findable. */
        UNREAD;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Database database;

    TraceMarks(Database database) {
        this.database = database;
    }

    List<PendingTrace> marked(Scope scope, Mark mark, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, got " + limit);
        }
        TraceQuery query = new TraceQuery(scope);
        return database.read(session -> session.select(
                "SELECT trace_id, revision FROM traces " + query.where() + " AND " + mark.column()
                        + " = TRUE ORDER BY trace_no LIMIT ?",
                row -> new PendingTrace(row.text("trace_id"), row.number("revision")),
                query.parameters(limit)));
    }

    void clear(Scope scope, Mark mark, List<PendingTrace> traces) {
        if (traces.isEmpty()) {
            return;
        }
        TraceQuery query = new TraceQuery(scope).and("trace_id = ?", "").and("revision = ?", 0L);
        database.write(session -> session.batch(
                "UPDATE traces SET " + mark.column() + " = FALSE " + query.where(),
                traces.stream()
                        .map(trace -> new TraceQuery(scope)
                                .and("trace_id = ?", trace.traceId())
                                .and("revision = ?", trace.revision())
                                .parameters())
                        .toList()));
    }
}
