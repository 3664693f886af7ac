package tacit.learn.clusters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.FailureClass;
import tacit.api.learn.Signature;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of decisions about kinds of failures. Confined to one transaction. */
final class Routes {

    private static final String COLUMNS =
            "signature_key, cluster_id, similarity, joined_by, leads, failure_class, category, operation, tool, template, stage";

    private static final String BY_KEY =
            "SELECT " + COLUMNS + " FROM cluster_routes WHERE workspace_id = ? AND signature_key = ?";

    private final Session session;
    private final String workspace;

    Routes(Session session, String workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    /** The decisions on these kinds, by key. */
    Map<String, Route> find(Collection<String> keys) {
        Map<String, Route> found = new LinkedHashMap<>();
        for (List<String> some : Chunks.of(keys)) {
            session.select(
                            Chunks.lookUps(BY_KEY, some),
                            row -> Map.entry(row.text("signature_key"), read(row)),
                            Chunks.parameters(workspace, some))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    /** The decisions that others of this kind are compared with, in an order that does not depend on time. */
    List<Route> leaders(FailureClass failureClass, String category) {
        return session.select(
                "SELECT " + COLUMNS
                        + " FROM cluster_routes WHERE workspace_id = ? AND failure_class = ? AND category = ?"
                        + " AND leads = TRUE ORDER BY signature_key",
                Routes::read,
                workspace,
                failureClass.name(),
                category);
    }

    void add(Collection<Route> routes) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        routes.forEach(route -> rows.add(row(route)));
        session.batch(
                "INSERT INTO cluster_routes (workspace_id, " + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Lets these kinds lead a family from now on, by the word of an operator. */
    void claim(Collection<String> keys, String clusterId) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        keys.forEach(key -> rows.add(new @Nullable Object[] {clusterId, workspace, key}));
        session.batch(
                "UPDATE cluster_routes SET cluster_id = ?, similarity = 1, joined_by = 'operator', leads = TRUE"
                        + " WHERE workspace_id = ? AND signature_key = ?",
                rows);
    }

    /** Sends all kinds of one family to another one. */
    void redirect(String from, String to) {
        session.update(
                "UPDATE cluster_routes SET cluster_id = ?, joined_by = 'operator' WHERE workspace_id = ? AND cluster_id = ?",
                to,
                workspace,
                from);
    }

    private @Nullable Object[] row(Route route) {
        Signature signature = route.kind().signature();
        return new @Nullable Object[] {
            workspace,
            route.kind().key(),
            route.clusterId(),
            route.similarity(),
            route.joinedBy(),
            route.leads(),
            route.kind().failureClass().name(),
            signature.category(),
            signature.operation(),
            signature.tool(),
            signature.template(),
            signature.stage()
        };
    }

    private static Route read(Row row) {
        Signature signature = new Signature(
                row.text("operation"),
                row.optionalText("tool").orElse(null),
                row.text("category"),
                row.text("template"),
                row.text("stage"));
        return new Route(
                new Kind(FailureClass.valueOf(row.text("failure_class")), signature),
                row.text("cluster_id"),
                row.real("similarity"),
                row.text("joined_by"),
                row.truth("leads"));
    }
}
