package tacit.learn.experiments.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.gate.CanaryState;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** Reads and writes comparisons and what was counted, within one transaction. */
final class LiveRows {

    private static final List<String> COLUMNS = List.of(
            "id",
            "experiment_id",
            "workspace_id",
            "role_name",
            "cluster_id",
            "kind",
            "state",
            "version",
            "served_share",
            "family_told",
            "baseline_from",
            "started_at",
            "reason");
    private static final List<String> RUN_COLUMNS = List.of("comparison_id", "measure", "trace_id", "arm", "success");
    private static final String UNDER_WAY = " state IN ('FOLLOWING', 'HARMFUL')";

    private final Session session;

    LiveRows(Session session) {
        this.session = session;
    }

    void add(Live live) {
        boolean[] added =
                session.insertAbsent("live_comparisons", COLUMNS, List.<@Nullable Object[]>of(new @Nullable Object[] {
                    live.id(),
                    live.experimentId(),
                    live.workspaceId(),
                    live.role(),
                    live.clusterId(),
                    live.kind().name(),
                    live.state().name(),
                    live.version(),
                    live.share(),
                    live.familyTold(),
                    live.baselineFrom(),
                    live.startedAt(),
                    live.reason()
                }));
        if (added[0]) {
            live.tests()
                    .forEach((measure, test) -> session.update(
                            "INSERT INTO live_tests (comparison_id, measure, test) VALUES (?, ?, ?)",
                            live.id(),
                            measure.name(),
                            TestJson.text(test)));
        }
    }

    Optional<Live> find(String id) {
        return read("id = ?", id).stream().findFirst();
    }

    /** Those of all workspaces that go on, the oldest first. */
    List<Live> underWay() {
        return read("1 = 1 AND" + UNDER_WAY);
    }

    Optional<Live> underWay(String experimentId, Kind kind) {
        return read("experiment_id = ? AND kind = ? AND" + UNDER_WAY, experimentId, kind.name()).stream()
                .findFirst();
    }

    List<Live> of(String experimentId) {
        return read("experiment_id = ?", experimentId);
    }

    private List<Live> read(String condition, Object... values) {
        return withTests(session.select(
                "SELECT * FROM live_comparisons WHERE " + condition + " ORDER BY started_at, id",
                LiveRows::row,
                values));
    }

    Page<Live> ended(String workspaceId, @Nullable String role, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>(List.of(workspaceId));
        String where = " FROM live_comparisons WHERE workspace_id = ? AND ended_at IS NOT NULL";
        if (role != null) {
            where += " AND role_name = ?";
            values.add(role);
        }
        long total = session.selectOne("SELECT COUNT(*) AS n" + where, row -> row.number("n"), values.toArray())
                .orElse(0L);
        values.add(page.limit());
        values.add(page.offset());
        List<Live> rows = withTests(session.select(
                "SELECT *" + where + " ORDER BY ended_at DESC, id LIMIT ? OFFSET ?", LiveRows::row, values.toArray()));
        return new Page<>(rows, page.offset(), total);
    }

    private List<Live> withTests(List<Live> bare) {
        List<Live> whole = new ArrayList<>();
        for (Live live : bare) {
            SortedMap<Measure, CanaryState> tests = new TreeMap<>();
            session.select(
                    "SELECT measure, test FROM live_tests WHERE comparison_id = ?",
                    row -> tests.put(Measure.valueOf(row.text("measure")), TestJson.test(row.text("test"))),
                    live.id());
            whole.add(live.withAll(tests));
        }
        return List.copyOf(whole);
    }

    /**
     * Writes how it goes on, if it is still as it was read.
     *
     * @return whether it was
     */
    boolean change(Live before, Live after) {
        return session.update(
                        "UPDATE live_comparisons SET state = ?, version = ?, family_told = ?, ended_at = ?, reason = ?"
                                + " WHERE id = ? AND version = ? AND state = ?",
                        after.state().name(),
                        after.version(),
                        after.familyTold(),
                        after.endedAt(),
                        after.reason(),
                        before.id(),
                        before.version(),
                        before.state().name())
                == 1;
    }

    /** Notes runs as counted; answers whether none of them was before. */
    boolean count(Live live, Measure measure, List<Dealt> runs) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        runs.forEach(run -> rows.add(new @Nullable Object[] {
            live.id(), measure.name(), run.traceId(), run.arm().name(), run.success()
        }));
        for (boolean added : session.insertAbsent("live_runs", RUN_COLUMNS, rows)) {
            if (!added) {
                return false;
            }
        }
        session.update(
                "UPDATE live_tests SET test = ? WHERE comparison_id = ? AND measure = ?",
                TestJson.text(live.test(measure)),
                live.id(),
                measure.name());
        return true;
    }

    /** The runs that were counted. */
    Set<String> counted(String id, Measure measure) {
        return new HashSet<>(session.select(
                "SELECT trace_id FROM live_runs WHERE comparison_id = ? AND measure = ?",
                row -> row.text("trace_id"),
                id,
                measure.name()));
    }

    private static Live row(Row row) {
        return new Live(
                row.text("id"),
                row.text("experiment_id"),
                row.text("workspace_id"),
                row.text("role_name"),
                row.optionalText("cluster_id").orElse(null),
                Kind.valueOf(row.text("kind")),
                State.valueOf(row.text("state")),
                row.number("version"),
                row.optionalReal("served_share").orElse(null),
                row.truth("family_told"),
                row.time("baseline_from"),
                row.time("started_at"),
                row.optionalTime("ended_at").orElse(null),
                row.text("reason"),
                new TreeMap<>());
    }
}
