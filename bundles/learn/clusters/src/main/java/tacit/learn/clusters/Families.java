package tacit.learn.clusters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** The rows of families and of what became of them. Confined to one transaction. */
final class Families {

    /** Who acts when a family changes by itself. */
    static final String ITSELF = "tacit";

    private final Session session;
    private final String workspace;
    private final Instant now;

    Families(Session session, String workspace, Instant now) {
        this.session = session;
        this.workspace = workspace;
        this.now = now;
    }

    void add(Collection<Route> leaders, String act, String actor) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> history = new ArrayList<>();
        for (Route leader : leaders) {
            rows.add(row(leader));
            history.add(new @Nullable Object[] {
                workspace, leader.clusterId(), 1L, act, ClusterState.OPEN.name(), null, actor, now
            });
        }
        session.batch(
                "INSERT INTO clusters (workspace_id, id, title, failure_class, category, operation, tool, template, stage,"
                        + " state, state_since, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        session.batch(
                "INSERT INTO cluster_history (workspace_id, cluster_id, version, act, state, other_id, actor, noted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                history);
    }

    Optional<Family> find(Scope scope, String clusterId) {
        return FamilyQuery.in(scope).of(clusterId).select(session).stream().findFirst();
    }

    /** One by one: HSQLDB would answer IN by reading every member of the workspace. */
    List<Family> find(Scope scope, Collection<String> clusterIds) {
        return clusterIds.stream().flatMap(id -> find(scope, id).stream()).toList();
    }

    /** Writes what was done to a family, and moves it on to the next version. */
    void note(FailureCluster cluster, String act, ClusterState state, @Nullable String otherId, String actor) {
        int changed = session.update(
                "UPDATE clusters SET state = ?, state_since = CASE WHEN state = ? THEN state_since ELSE ? END,"
                        + " version = version + 1 WHERE workspace_id = ? AND id = ? AND version = ?",
                state.name(),
                state.name(),
                now,
                workspace,
                cluster.id(),
                cluster.version());
        if (changed != 1) {
            throw new IllegalStateException("Cannot change cluster '" + cluster.id() + "': it changed meanwhile");
        }
        session.update(
                "INSERT INTO cluster_history (workspace_id, cluster_id, version, act, state, other_id, actor, noted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                workspace,
                cluster.id(),
                cluster.version() + 1,
                act,
                state.name(),
                otherId,
                actor,
                now);
    }

    private @Nullable Object[] row(Route leader) {
        var signature = leader.kind().signature();
        return new @Nullable Object[] {
            workspace,
            leader.clusterId(),
            Title.of(signature),
            leader.kind().failureClass().name(),
            signature.category(),
            signature.operation(),
            signature.tool(),
            signature.template(),
            signature.stage(),
            ClusterState.OPEN.name(),
            now,
            1L
        };
    }
}
