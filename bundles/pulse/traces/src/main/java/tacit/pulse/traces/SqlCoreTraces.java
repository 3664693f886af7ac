package tacit.pulse.traces;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Session;

/** Keeps the cycles of the core in the database. Thread-safe. */
@Component
public final class SqlCoreTraces implements CoreTraces {

    static final String OWNER = "tacit.pulse.traces";

    private final Database database;
    private final Words words;
    private final Clock clock;

    @Activate
    public SqlCoreTraces(@Reference Database database, @Reference Redactor redactor, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
        words = new Words(redactor);
        database.migrate(OWNER, SqlCoreTraces.class);
    }

    @Override
    public CoreTrace begin(CoreTraceDraft draft) {
        Instant now = now();
        return database.write(session -> new TraceRows(session).begin(draft, now));
    }

    @Override
    public void step(
            String traceId, String key, CorePhase phase, String type, String summary, Map<String, String> details) {
        CoreTrace.Event event = new CoreTrace.Event(phase, type, words.summary(summary), Map.of(), now());
        TraceRows.Step step = new TraceRows.Step(key, event, words.details(details));
        change(traceId, session -> new TraceRows(session).step(traceId, step));
    }

    @Override
    public CoreTrace whole(
            CoreTraceDraft draft,
            List<CoreTrace.Event> events,
            CoreTraceStatus status,
            String summary,
            @Nullable String error) {
        Instant now = now();
        String words = this.words.summary(summary);
        String wrong = this.words.optional(error);
        List<TraceRows.Step> steps = events.stream().map(this::step).toList();
        return database.write(session -> {
            TraceRows rows = new TraceRows(session);
            CoreTrace ended = TraceRows.ended(draft, ends(status), words, wrong, now);
            if (rows.add(ended)) {
                rows.add(ended.id(), steps);
                return ended;
            }
            for (TraceRows.Step step : steps) {
                rows.step(ended.id(), step);
            }
            return ended(rows, ended.id(), status, words, wrong, now);
        });
    }

    private TraceRows.Step step(CoreTrace.Event event) {
        CoreTrace.Event clean =
                new CoreTrace.Event(event.phase(), event.type(), words.summary(event.summary()), Map.of(), event.at());
        return new TraceRows.Step(event.type(), clean, words.details(event.details()));
    }

    @Override
    public CoreTrace end(String traceId, CoreTraceStatus status, String summary, @Nullable String error) {
        Instant now = now();
        String clean = words.summary(summary);
        String wrong = words.optional(error);
        return database.write(session -> ended(new TraceRows(session), traceId, status, clean, wrong, now));
    }

    private static CoreTrace ended(
            TraceRows rows, String id, CoreTraceStatus status, String summary, @Nullable String error, Instant now) {
        boolean moved = rows.end(id, ends(status), summary, error, now);
        CoreTrace trace = rows.find(id).orElseThrow(() -> unknown(id));
        if (!moved && trace.status() != status) {
            throw new IllegalStateException(
                    "Cannot end core trace '" + id + "' as " + status + ": it ended as " + trace.status());
        }
        return trace;
    }

    private static CoreTraceStatus ends(CoreTraceStatus status) {
        if (status == CoreTraceStatus.RUNNING) {
            throw new IllegalArgumentException("status must not be RUNNING");
        }
        return status;
    }

    @Override
    public void memory(String traceId, String memoryId) {
        change(
                traceId,
                session -> session.insertAbsent(
                        "core_trace_memories",
                        List.of("trace_id", "memory_id"),
                        List.<@Nullable Object[]>of(new @Nullable Object[] {traceId, memoryId})));
    }

    @Override
    public void task(String traceId, String executionId) {
        change(
                traceId,
                session -> session.update(
                        "UPDATE core_traces SET task_id = ? WHERE id = ? AND task_id IS NULL", executionId, traceId));
    }

    @Override
    public Optional<CoreTrace> join(String executionId, @Nullable String result, @Nullable String response) {
        return database.write(session -> {
            TraceRows rows = new TraceRows(session);
            Optional<CoreTrace> found = rows.ofTask(executionId);
            found.ifPresent(trace -> joined(session, trace.id(), result, response));
            return found.flatMap(trace -> rows.find(trace.id()));
        });
    }

    @Override
    public Optional<CoreTrace> respond(String traceId, String response) {
        return database.write(session -> {
            joined(session, traceId, null, response);
            return new TraceRows(session).find(traceId);
        });
    }

    private void joined(Session session, String id, @Nullable String result, @Nullable String response) {
        session.update(
                "UPDATE core_traces SET result = COALESCE(?, result), response = COALESCE(?, response) WHERE id = ?",
                words.optional(result),
                words.optional(response),
                id);
    }

    @Override
    public Optional<CoreTrace.Whole> find(String id) {
        return database.read(session -> {
            TraceRows rows = new TraceRows(session);
            return rows.find(id)
                    .map(trace -> new CoreTrace.Whole(
                            trace,
                            rows.events(id),
                            rows.ids(
                                    "SELECT memory_id AS id FROM core_trace_memories WHERE trace_id = ? ORDER BY memory_id",
                                    id),
                            rows.ids("SELECT id FROM core_traces WHERE parent_id = ? ORDER BY sequence", id)));
        });
    }

    @Override
    public Page<CoreTrace> list(Filter filter, PageRequest page) {
        return database.read(session -> new TraceRows(session).list(filter, page));
    }

    @Override
    public List<String> recover(CoreSurface surface, List<String> runIds, String reason) {
        Instant now = now();
        String clean = words.summary(reason);
        Set<String> goOn = Set.copyOf(runIds);
        return database.write(session -> {
            TraceRows rows = new TraceRows(session);
            List<String> ended = new ArrayList<>();
            for (CoreTrace trace : rows.running(surface)) {
                if (!goOn.contains(trace.draft().runId())
                        && rows.end(trace.id(), CoreTraceStatus.FAILED, "interrupted", clean, now)) {
                    ended.add(trace.id());
                }
            }
            return ended;
        });
    }

    private void change(String traceId, Consumer<Session> change) {
        database.write(session -> {
            if (new TraceRows(session).find(traceId).isEmpty()) {
                throw unknown(traceId);
            }
            change.accept(session);
            return traceId;
        });
    }

    private static IllegalArgumentException unknown(String traceId) {
        return new IllegalArgumentException("There is no core trace '" + traceId + "'");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
