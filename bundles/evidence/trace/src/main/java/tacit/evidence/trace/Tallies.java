package tacit.evidence.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceTally;

/** Counts traces by what they are alike in, with each change of one. Confined to one work. */
final class Tallies {

    private static final List<String> COLUMNS =
            List.of("workspace_id", "user_id", "start_day", "outcome_label", "status", "harness_generation", "traces");
    private static final String UPDATE = "UPDATE trace_tallies SET traces = traces + ? WHERE "
            + String.join(" = ? AND ", COLUMNS.subList(0, COLUMNS.size() - 1)) + " = ?";

    /** In one order, so that two hosts lock rows alike. */
    private final Map<TallyKey, Long> changes = new TreeMap<>();

    /** A trace that is new or another one than before; one that nobody announced yet does not count. */
    void changed(@Nullable TraceRow before, TraceRow after) {
        if (before != null && before.announced()) {
            TallyKey.of(before.trace()).forEach(key -> changes.merge(key, -1L, Long::sum));
        }
        if (after.announced()) {
            TallyKey.of(after.trace()).forEach(key -> changes.merge(key, 1L, Long::sum));
        }
    }

    void write(Session session) {
        changes.values().removeIf(change -> change == 0);
        List<@Nullable Object[]> absent = new ArrayList<>();
        List<@Nullable Object[]> updates = new ArrayList<>();
        changes.forEach((key, change) -> {
            absent.add(cells(key, 0));
            @Nullable Object[] cells = cells(key, change);
            @Nullable Object[] update = new @Nullable Object[cells.length];
            update[0] = change;
            System.arraycopy(cells, 0, update, 1, cells.length - 1);
            updates.add(update);
        });
        if (!updates.isEmpty()) {
            session.insertAbsent("trace_tallies", COLUMNS, absent);
            session.batch(UPDATE, updates);
        }
    }

    private static @Nullable Object[] cells(TallyKey key, long traces) {
        return new @Nullable Object[] {
            key.workspaceId(),
            key.userId(),
            key.startDay(),
            key.outcomeLabel(),
            key.status(),
            key.harnessGeneration(),
            traces
        };
    }

    /** What is counted in a scope, in no order that means anything. */
    static List<TraceTally> of(Session session, Scope scope, @Nullable Instant from) {
        StringBuilder sql = new StringBuilder("SELECT harness_generation, outcome_label, status, SUM(traces) AS traces,"
                + " MIN(CASE WHEN start_day >= 0 THEN start_day END) AS first_day"
                + " FROM trace_tallies WHERE workspace_id = ? AND user_id = ?");
        List<Object> parameters =
                new ArrayList<>(List.of(scope.workspaceId(), scope.user().orElse(TallyKey.EVERYBODY)));
        if (from != null) {
            sql.append(" AND start_day >= ?");
            parameters.add(Math.max(0, TallyKey.day(from)));
        }
        sql.append(" AND traces > 0 GROUP BY harness_generation, outcome_label, status");
        return session.select(sql.toString(), Tallies::tally, parameters.toArray());
    }

    private static TraceTally tally(Row row) {
        String generation = row.text("harness_generation");
        Optional<Long> day = row.optionalNumber("first_day");
        return new TraceTally(
                generation.isEmpty() ? null : generation,
                OutcomeLabel.valueOf(row.text("outcome_label")),
                TraceStatus.valueOf(row.text("status")),
                row.number("traces"),
                day.map(TallyKey::begin).orElse(null));
    }
}
