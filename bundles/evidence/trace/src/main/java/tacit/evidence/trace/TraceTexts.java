package tacit.evidence.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextTombstones;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/** Takes texts back from traces, their spans and outcomes; one trace per transaction. Thread-safe. */
@Component
public final class TraceTexts implements EvidenceTexts {

    private static final int TRACES_AT_ONCE = 200;

    private final Database database;
    private final TraceStore store;

    /** The store is asked for, so that its tables are there. */
    @Activate
    public TraceTexts(@Reference Database database, @Reference TraceStore store) {
        this.database = database;
        this.store = store;
    }

    @Override
    public String name() {
        return "traces";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        int changed = 0;
        for (String span : new TreeSet<>(spans)) {
            int slash = span.lastIndexOf('/');
            if (slash > 0) {
                changed += forgetSpan(scope, span.substring(0, slash), span.substring(slash + 1));
            }
        }
        TextTombstones words = TextTombstones.of(texts);
        return words.isEmpty() ? changed : changed + everywhere(scope, new Taking(words));
    }

    @Override
    public int forgetUser(Scope scope) {
        if (scope.userId() == null) {
            throw new IllegalArgumentException("scope must name a user, got workspace '" + scope.workspaceId() + "'");
        }
        return everywhere(scope, Taking.ALL);
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        return OptionalLong.of(UserTraces.of(store, scope).size());
    }

    private int forgetSpan(Scope scope, String traceId, String spanId) {
        return database.write(session -> session
                .select(
                        "SELECT trace_no FROM traces WHERE workspace_id = ? AND trace_id = ?",
                        row -> row.number("trace_no"),
                        scope.workspaceId(),
                        traceId)
                .stream()
                .mapToInt(number -> changed(
                        session,
                        number,
                        change(
                                session,
                                "spans",
                                "trace_no = ? AND span_id = ?",
                                row -> span(row, Taking.ALL),
                                number,
                                spanId)))
                .sum());
    }

    private int everywhere(Scope scope, Taking taking) {
        int changed = 0;
        List<Long> some = traces(scope, -1);
        while (!some.isEmpty()) {
            for (long number : some) {
                changed += database.write(session -> trace(session, number, taking));
            }
            some = traces(scope, some.get(some.size() - 1));
        }
        return changed;
    }

    private List<Long> traces(Scope scope, long after) {
        String user = scope.userId();
        List<@Nullable Object> parameters = new ArrayList<>(List.of(scope.workspaceId(), after));
        if (user != null) {
            parameters.add(user);
        }
        parameters.add(TRACES_AT_ONCE);
        return database.read(session -> session.select(
                "SELECT trace_no FROM traces WHERE workspace_id = ? AND trace_no > ?"
                        + (user == null ? "" : " AND user_id = ?") + " ORDER BY trace_no LIMIT ?",
                row -> row.number("trace_no"),
                parameters.toArray()));
    }

    private static int trace(Session session, long number, Taking taking) {
        int rows = change(session, "spans", "trace_no = ?", row -> span(row, taking), number)
                + change(session, "outcomes", "trace_no = ?", row -> outcome(row, taking), number)
                + change(session, "traces", "trace_no = ?", row -> trace(row, taking), number);
        return changed(session, number, rows);
    }

    // Whoever reads the trace at this moment must read it again: the revision that it will note is no longer this one
    private static int changed(Session session, long number, int rows) {
        if (rows > 0) {
            session.update("UPDATE traces SET unread = TRUE, revision = revision + 1 WHERE trace_no = ?", number);
        }
        return rows;
    }

    /** One row before and after, by its key. */
    private record Texts(String key, Object keyValue, List<Column> columns) {}

    private record Column(
            String name, @Nullable String before, @Nullable String after) {}

    private interface Reading {
        Texts read(Row row);
    }

    private static Texts span(Row row, Taking taking) {
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("status_message", "input", "output")) {
            String before = row.optionalText(name).orElse(null);
            columns.add(new Column(name, before, taking.text(before)));
        }
        for (String name : List.of("name", "error_type")) {
            String before = row.optionalText(name).orElse(null);
            columns.add(new Column(name, before, taking.name(before)));
        }
        for (String name : List.of("attributes", "events")) {
            columns.add(new Column(name, row.text(name), taking.json(row.text(name))));
        }
        return new Texts("span_id", row.text("span_id"), columns);
    }

    private static Texts outcome(Row row, Taking taking) {
        Column outcome = new Column("outcome", row.text("outcome"), taking.outcome(row.text("outcome")));
        return new Texts("outcome_no", row.number("outcome_no"), List.of(outcome));
    }

    private static Texts trace(Row row, Taking taking) {
        Column outcome = new Column("outcome", row.text("outcome"), taking.outcome(row.text("outcome")));
        Column attributes = new Column("attributes", row.text("attributes"), taking.json(row.text("attributes")));
        return new Texts("trace_no", row.number("trace_no"), List.of(outcome, attributes));
    }

    private static int change(
            Session session, String table, String where, Reading reading, @Nullable Object... parameters) {
        int changed = 0;
        List<Texts> rows =
                session.select("SELECT * FROM " + table + " WHERE " + where, row -> reading.read(row), parameters);
        for (Texts row : rows) {
            if (row.columns().stream().anyMatch(column -> !Objects.equals(column.before(), column.after()))) {
                List<@Nullable Object> values = new ArrayList<>();
                row.columns().forEach(column -> values.add(column.after()));
                values.add(parameters[0]);
                values.add(row.keyValue());
                List<String> names = row.columns().stream().map(Column::name).toList();
                changed += session.update(
                        "UPDATE " + table + " SET " + String.join(" = ?, ", names) + " = ? WHERE trace_no = ? AND "
                                + row.key() + " = ?",
                        values.toArray());
            }
        }
        return changed;
    }
}
