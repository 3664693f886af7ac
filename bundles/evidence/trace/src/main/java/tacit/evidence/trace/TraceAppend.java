package tacit.evidence.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.StoreException;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Outcome;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** Merges the updates of one call in a handful of round trips, however many they are. Confined to one work. */
final class TraceAppend {

    private static final int IDS_PER_QUERY = 20;
    private static final String BY_KEY = "SELECT * FROM traces WHERE workspace_id = ? AND trace_id = ?";
    private static final int MAX_ATTEMPTS = 5;
    private static final String UPDATE = "UPDATE traces SET "
            + String.join(" = ?, ", TraceRow.COLUMNS.subList(0, TraceRow.COLUMNS.size() - 2))
            + " = ? WHERE workspace_id = ? AND trace_id = ? AND revision = ?";

    private final Session session;
    private final Scope scope;
    private final List<TraceUpdate> updates;

    /** By id, so that two hosts lock rows in the same order. */
    private final Map<String, TraceChange> changes = new TreeMap<>();

    private final Set<String> fresh = new HashSet<>();
    private final Map<String, Integer> newSpans = new HashMap<>();
    private final Set<String> newlyJudged = new HashSet<>();
    private final Set<String> newlyAnnounced = new HashSet<>();
    private final Tallies tallies = new Tallies();

    /** A row as it was read, and what it shall become. */
    private record Merged(TraceRow before, TraceRow after) {}

    TraceAppend(Session session, Scope scope, List<TraceUpdate> updates) {
        this.session = session;
        this.scope = scope;
        this.updates = updates;
    }

    List<AppendResult> run() {
        for (TraceUpdate update : updates) {
            String id = update.trace().id();
            changes.computeIfAbsent(id, key -> new TraceChange(scope, key)).add(update);
        }
        insertFresh();
        Map<String, TraceRow> rows = rows(changes.keySet());
        rows.forEach((id, row) -> changes(id).checkOwner(row));
        List<AppendResult> results = insertParts(rows);
        rows.keySet().removeAll(fresh);
        updateRows(rows);
        tallies.write(session);
        return markNew(results);
    }

    private TraceChange changes(String id) {
        return Objects.requireNonNull(changes.get(id));
    }

    private void insertFresh() {
        List<String> ids = List.copyOf(changes.keySet());
        List<@Nullable Object[]> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(changes(id).firstRow().values()));
        boolean[] inserted = session.insertAbsent("traces", TraceRow.COLUMNS, rows);
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i]) {
                fresh.add(ids.get(i));
            }
        }
        for (String id : fresh) {
            tallies.changed(null, changes(id).firstRow());
            if (changes(id).announces()) {
                newlyAnnounced.add(id);
            }
        }
        if (!fresh.isEmpty()) {
            session.insertAbsent("trace_workspaces", List.of("workspace_id"), Collections.singletonList(new Object[] {
                scope.workspaceId()
            }));
        }
    }

    /** One look-up by key per trace, many in one round trip: HSQLDB would answer IN by reading the whole table. */
    private Map<String, TraceRow> rows(Set<String> ids) {
        Map<String, TraceRow> rows = new TreeMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += IDS_PER_QUERY) {
            List<String> some = all.subList(from, Math.min(all.size(), from + IDS_PER_QUERY));
            session.select(
                            String.join(" UNION ALL ", Collections.nCopies(some.size(), BY_KEY)),
                            TraceRow::of,
                            some.stream()
                                    .flatMap(id -> Stream.of(scope.workspaceId(), id))
                                    .toArray())
                    .forEach(row -> rows.put(row.trace().id(), row));
        }
        return rows;
    }

    private List<AppendResult> insertParts(Map<String, TraceRow> rows) {
        List<@Nullable Object[]> spanRows = new ArrayList<>();
        List<@Nullable Object[]> outcomeRows = new ArrayList<>();
        for (TraceUpdate update : updates) {
            long number = number(rows, update);
            for (Span span : update.spans()) {
                spanRows.add(SpanRow.values(number, scope.workspaceId(), span));
            }
            for (Outcome outcome : Outcomes.stated(update)) {
                outcomeRows.add(new @Nullable Object[] {
                    number, Outcomes.digest(outcome), scope.workspaceId(), scope.userId(), Json.outcome(outcome)
                });
            }
        }
        boolean[] spans = session.insertAbsent("spans", SpanRow.COLUMNS, spanRows);
        boolean[] outcomes = session.insertAbsent(
                "outcomes", List.of("trace_no", "digest", "workspace_id", "user_id", "outcome"), outcomeRows);
        return results(spans, outcomes);
    }

    private static long number(Map<String, TraceRow> rows, TraceUpdate update) {
        return Objects.requireNonNull(rows.get(update.trace().id())).number();
    }

    private List<AppendResult> results(boolean[] spans, boolean[] outcomes) {
        List<AppendResult> results = new ArrayList<>();
        int span = 0;
        int outcome = 0;
        for (TraceUpdate update : updates) {
            int given = update.spans().size();
            int stated = Outcomes.stated(update).size();
            int added = count(spans, span, given);
            int judged = count(outcomes, outcome, stated);
            span += given;
            outcome += stated;
            String id = update.trace().id();
            newSpans.merge(id, added, Integer::sum);
            if (judged > 0) {
                newlyJudged.add(id);
            }
            results.add(new AppendResult(id, false, added, given - added, judged));
        }
        return results;
    }

    private static int count(boolean[] inserted, int from, int length) {
        int count = 0;
        for (int i = from; i < from + length; i++) {
            count += inserted[i] ? 1 : 0;
        }
        return count;
    }

    /** A row that another host changed meanwhile is read and merged again. */
    private void updateRows(Map<String, TraceRow> rows) {
        Map<String, TraceRow> open = rows;
        for (int attempt = 0; attempt < MAX_ATTEMPTS && !open.isEmpty(); attempt++) {
            List<Merged> merged = new ArrayList<>();
            open.forEach((id, row) -> addChange(id, row, merged));
            int[] touched = session.batch(
                    UPDATE, merged.stream().map(TraceAppend::update).toList());
            Set<String> missed = new HashSet<>();
            for (int i = 0; i < touched.length; i++) {
                Merged change = merged.get(i);
                if (touched[i] == 0) {
                    missed.add(change.before().trace().id());
                } else {
                    tallies.changed(change.before(), change.after());
                }
            }
            open = rows(missed);
        }
        if (!open.isEmpty()) {
            throw new StoreException(
                    "Cannot merge trace '" + open.keySet().iterator().next() + "': another host keeps changing it");
        }
    }

    private static @Nullable Object[] update(Merged change) {
        @Nullable Object[] cells = change.after().values();
        @Nullable Object[] withRevision = Arrays.copyOf(cells, cells.length + 1);
        withRevision[cells.length] = change.before().revision();
        return withRevision;
    }

    private void addChange(String id, TraceRow row, List<Merged> all) {
        TraceChange change = changes(id);
        Trace merged = change.merged(row);
        boolean announced = row.announced() || change.announces();
        int added = newSpans.getOrDefault(id, 0);
        boolean judged = newlyJudged.contains(id);
        if (merged.equals(row.trace()) && announced == row.announced() && added == 0 && !judged) {
            return;
        }
        if (announced && !row.announced()) {
            newlyAnnounced.add(id);
        }
        Outcome outcome = Outcomes.effective(counting(row.number(), merged.userId()));
        all.add(new Merged(row, row.changed(announced, merged, outcome, added)));
    }

    /** Outcomes that count for this owner: those of the workspace, and the owner's own. */
    private List<Outcome> counting(long number, @Nullable String userId) {
        String own = userId == null ? "" : " OR user_id = ?";
        Object[] parameters = userId == null
                ? new Object[] {number, scope.workspaceId()}
                : new Object[] {number, scope.workspaceId(), userId};
        return session.select(
                "SELECT outcome FROM outcomes WHERE trace_no = ? AND workspace_id = ? AND (user_id IS NULL" + own + ")",
                row -> Json.outcome(row.text("outcome")),
                parameters);
    }

    /** The first update that announces a new trace is the one that made it new. */
    private List<AppendResult> markNew(List<AppendResult> results) {
        List<AppendResult> marked = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            AppendResult result = results.get(i);
            boolean isNew = TraceMerge.announces(updates.get(i)) && newlyAnnounced.remove(result.traceId());
            marked.add(new AppendResult(
                    result.traceId(), isNew, result.newSpans(), result.knownSpans(), result.newOutcomes()));
        }
        return marked;
    }
}
