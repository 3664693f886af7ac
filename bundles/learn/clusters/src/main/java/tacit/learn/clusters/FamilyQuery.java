package tacit.learn.clusters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.Impact;
import tacit.api.learn.Signature;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** Asks for families with the sums over those of their members that the scope may see. Confined to one thread. */
final class FamilyQuery {

    private static final String COLUMNS = "SELECT c.id, c.title, c.failure_class, c.category, c.operation, c.tool,"
            + " c.template, c.stage, c.state, c.state_since, c.version, s.members, s.traces, s.tokens, s.micros,"
            + " s.first_seen, s.last_seen, s.critical, s.first_alike, s.last_alike, s.first_trace, s.last_trace";
    private static final String SUMS = "SELECT m.cluster_id, COUNT(*) AS members, COUNT(DISTINCT m.trace_id) AS traces,"
            + " CAST(SUM(m.tokens) AS BIGINT) AS tokens, CAST(SUM(m.duration_micros) AS BIGINT) AS micros,"
            + " MIN(m.occurred_at) AS first_seen, MAX(m.occurred_at) AS last_seen,"
            + " MAX(CASE WHEN m.critical THEN 1 ELSE 0 END) AS critical,"
            + " MIN(CASE WHEN m.similarity >= 1 THEN m.trace_id END) AS first_alike,"
            + " MAX(CASE WHEN m.similarity >= 1 THEN m.trace_id END) AS last_alike,"
            + " MIN(m.trace_id) AS first_trace, MAX(m.trace_id) AS last_trace"
            + " FROM cluster_members m WHERE m.workspace_id = ?";

    private final StringBuilder members = new StringBuilder(SUMS);
    private final StringBuilder families = new StringBuilder(" WHERE c.workspace_id = ?");
    private final List<@Nullable Object> ofMembers = new ArrayList<>();
    private final List<@Nullable Object> ofFamilies = new ArrayList<>();

    private FamilyQuery(Scope scope) {
        ofMembers.add(scope.workspaceId());
        ofFamilies.add(scope.workspaceId());
        scope.user().ifPresent(user -> {
            members.append(" AND m.user_id = ?");
            ofMembers.add(user);
        });
    }

    static FamilyQuery in(Scope scope) {
        return new FamilyQuery(scope);
    }

    FamilyQuery of(String clusterId) {
        members.append(" AND m.cluster_id = ?");
        ofMembers.add(clusterId);
        restrict("id", clusterId);
        return this;
    }

    FamilyQuery matching(ClusterFilter filter) {
        restrict("state", filter.state());
        restrict("category", filter.category());
        restrict("failure_class", filter.failureClass());
        return this;
    }

    List<Family> select(Session session) {
        return session.select(COLUMNS + from() + " ORDER BY c.id", FamilyQuery::read, parameters());
    }

    List<Family> page(Session session, PageRequest page) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(parameters()));
        parameters.add(page.offset());
        parameters.add(page.limit());
        return session.select(
                COLUMNS + from() + " ORDER BY s.tokens DESC, s.micros DESC, s.traces DESC, s.members DESC, c.id"
                        + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                FamilyQuery::read,
                parameters.toArray());
    }

    long count(Session session) {
        return session.selectOne("SELECT COUNT(*) AS n" + from(), row -> row.number("n"), parameters())
                .orElse(0L);
    }

    private void restrict(String column, @Nullable Object value) {
        if (value != null) {
            families.append(" AND c.").append(column).append(" = ?");
            ofFamilies.add(value.toString());
        }
    }

    private String from() {
        return " FROM clusters c JOIN (" + members + " GROUP BY m.cluster_id) s ON s.cluster_id = c.id" + families;
    }

    private @Nullable Object[] parameters() {
        return Stream.concat(ofMembers.stream(), ofFamilies.stream()).toArray();
    }

    private static Family read(Row row) {
        Signature signature = new Signature(
                row.text("operation"),
                row.optionalText("tool").orElse(null),
                row.text("category"),
                row.text("template"),
                row.text("stage"));
        FailureCluster cluster = new FailureCluster(
                row.text("id"),
                row.text("title"),
                row.text("category"),
                FailureClass.valueOf(row.text("failure_class")),
                signature,
                ClusterState.valueOf(row.text("state")),
                row.number("members"),
                row.number("traces"),
                new Impact(row.number("tokens"), Duration.ofNanos(Math.multiplyExact(row.number("micros"), 1000L))),
                row.optionalTime("first_seen").orElse(null),
                row.optionalTime("last_seen").orElse(null),
                examples(row),
                row.number("version"));
        boolean recurring = cluster.traces() >= 2 || row.number("critical") == 1;
        return new Family(cluster, recurring, row.time("state_since"));
    }

    /** Traces that are like the head of the family before others. */
    private static List<String> examples(Row row) {
        return Stream.of("first_alike", "last_alike", "first_trace", "last_trace")
                .map(row::optionalText)
                .flatMap(Optional::stream)
                .distinct()
                .limit(2)
                .toList();
    }
}
