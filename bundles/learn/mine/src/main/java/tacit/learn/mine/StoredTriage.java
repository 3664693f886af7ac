package tacit.learn.mine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.Triage;
import tacit.api.learn.TriageLog;
import tacit.api.store.Database;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.trace.TraceStore;
import tacit.learn.mine.triage.TriageModel;

/** Keeps operators' statements in the store, and learns from them when a trace is next mined. Thread-safe. */
@Component(service = {TriageLog.class, Lessons.class})
public final class StoredTriage implements TriageLog, Lessons {

    private static final String COLUMNS = "trace_id, span_id, category, failure, said_by, said_at";

    private final Database database;
    private final TraceStore traces;
    private final Training training;
    private final StoredModels models;
    private final Map<String, Taught> known = new ConcurrentHashMap<>();
    // Held while statements change and while they are learned from, so that nothing stale is remembered.
    private final Object lock = new Object();

    @Activate
    public StoredTriage(@Reference Database database, @Reference TraceStore traces, @Reference Detection detection) {
        this.database = database;
        this.traces = traces;
        this.training = new Training(detection);
        database.migrate("tacit.learn.mine", StoredTriage.class);
        this.models = new StoredModels(database);
    }

    @Override
    public void add(Scope scope, List<Triage> statements) {
        synchronized (lock) {
            database.write(session -> {
                statements.forEach(statement -> replace(session, scope, statement));
                return statements.size();
            });
            known.remove(scope.workspaceId());
        }
    }

    @Override
    public List<Triage> list(Scope scope) {
        return database.read(session -> select(session, scope));
    }

    @Override
    public Taught of(String workspaceId) {
        Taught taught = known.get(workspaceId);
        return taught != null ? taught : learned(workspaceId);
    }

    private Taught learned(String workspaceId) {
        synchronized (lock) {
            return known.computeIfAbsent(workspaceId, this::learn);
        }
    }

    private Taught learn(String workspaceId) {
        Scope scope = Scope.ofWorkspace(workspaceId);
        List<Triage> statements = list(scope);
        String fingerprint = Fingerprint.of(statements);
        Optional<TriageModel> stored = models.find(workspaceId, fingerprint);
        if (stored.isPresent()) {
            return Taught.of(stored.get(), statements);
        }
        Taught taught = training.learn(statements, traceId -> traces.find(scope, traceId));
        models.keep(workspaceId, fingerprint, taught.model());
        return taught;
    }

    private static void replace(Session session, Scope scope, Triage statement) {
        String span = statement.spanId() == null ? "" : statement.spanId();
        session.update(
                "DELETE FROM mine_triage WHERE workspace_id = ? AND trace_id = ? AND span_id = ? AND category = ?",
                scope.workspaceId(),
                statement.traceId(),
                span,
                statement.category());
        session.update(
                "INSERT INTO mine_triage (workspace_id, user_id, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                scope.workspaceId(),
                scope.userId(),
                statement.traceId(),
                span,
                statement.category(),
                statement.failure(),
                statement.by(),
                statement.at());
    }

    private static List<Triage> select(Session session, Scope scope) {
        String rows = "SELECT " + COLUMNS + " FROM mine_triage WHERE workspace_id = ?";
        String order = " ORDER BY said_at, trace_id, span_id, category";
        String user = scope.userId();
        return user == null
                ? session.select(rows + order, StoredTriage::statement, scope.workspaceId())
                : session.select(rows + " AND user_id = ?" + order, StoredTriage::statement, scope.workspaceId(), user);
    }

    private static Triage statement(Row row) {
        return new Triage(
                row.text("trace_id"),
                nullIfEmpty(row.text("span_id")),
                row.text("category"),
                row.truth("failure"),
                row.text("said_by"),
                row.time("said_at"));
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
