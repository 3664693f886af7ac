package tacit.panel.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Words;

/** Families of failures: what keeps failing, what it costs, and what an operator makes of it. */
@Component(service = Panel.class)
public final class ClustersPanel implements Panel {

    private static final int SIZE = 50;

    private final FailureClusters clusters;
    private final EvalCases evals;
    private final AuditLog audit;

    @Activate
    public ClustersPanel(@Reference FailureClusters clusters, @Reference EvalCases evals, @Reference AuditLog audit) {
        this.clusters = clusters;
        this.evals = evals;
        this.audit = audit;
    }

    @Override
    public String id() {
        return "clusters";
    }

    @Override
    public String title() {
        return "Clusters";
    }

    @Override
    public Group group() {
        return Group.LEARNING;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<String> live() {
        return Set.of("cluster.changed");
    }

    @Override
    public Page show(View view) {
        return view.path().isEmpty()
                ? list(view)
                : one(view, cluster(view, view.path().get(0)));
    }

    @Override
    public Done act(View view, String act) {
        FailureCluster cluster = cluster(view, Fields.required(view, "id"));
        return Acts.done(() -> switch (act) {
            case "dismiss" -> move(view, cluster, act, ClusterState.DISMISSED);
            case "reopen" -> move(view, cluster, act, ClusterState.REOPENED);
            case "merge" -> merge(view, cluster);
            case "split" -> split(view, cluster);
            default -> throw Acts.unknown(act);
        });
    }

    private Page list(View view) {
        ClusterState state = state(view.parameter("state").orElse(""));
        ClusterFilter filter =
                new ClusterFilter(state, view.parameter("category").orElse(null), null);
        var page = clusters.list(view.principal().scope(), filter, new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", page.rows().stream().map(ClustersPanel::row).toList());
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("filtered", !filter.equals(ClusterFilter.ALL));
        values.put("state", view.parameter("state").orElse(""));
        values.put("category", view.parameter("category").orElse(""));
        return Page.of("", ClustersPanel.class, "clusters.peb", values);
    }

    private Page one(View view, FailureCluster cluster) {
        var members = clusters.members(
                view.principal().scope(), cluster.id(), new PageRequest(view.offset(), PageRequest.MAX_LIMIT));
        Map<String, Object> values = new LinkedHashMap<>(row(cluster));
        values.put("signature", cluster.signature());
        values.put(
                "examples",
                cluster.examples().stream().map(id -> Map.of("id", id)).toList());
        values.put("version", cluster.version());
        values.put("trend", Trend.of(members.rows()));
        values.put(
                "members", members.rows().stream().limit(SIZE).map(Trend::row).toList());
        values.put("offset", members.offset());
        values.put("total", members.total());
        values.put("dismissed", cluster.state() == ClusterState.DISMISSED);
        values.put(
                "evalCase",
                evals.ofCluster(view.principal().scope(), cluster.id()).map(found -> found.id()));
        return Page.of(cluster.title(), ClustersPanel.class, "cluster.peb", values);
    }

    private FailureCluster cluster(View view, String id) {
        return clusters.find(view.principal().scope(), id)
                .orElseThrow(() -> new HttpProblem(404, "There is no cluster '" + id + "' in this workspace"));
    }

    private Done move(View view, FailureCluster cluster, String act, ClusterState state) {
        Principal by = view.principal();
        long version = Fields.number(view, "version");
        audit.write(by.name(), "cluster." + act, cluster.id(), Map.of());
        clusters.move(by.scope(), cluster.id(), state, version, by.name());
        return Done.here(
                state == ClusterState.DISMISSED ? "It is dismissed until somebody reopens it" : "It is open again");
    }

    private Done merge(View view, FailureCluster cluster) {
        Principal by = view.principal();
        String other = cluster(view, Fields.required(view, "other")).id();
        audit.write(by.name(), "cluster.merge", cluster.id(), Map.of("other", other));
        clusters.merge(by.scope(), cluster.id(), other, by.name());
        return Done.here("Cluster " + other + " is part of this one now");
    }

    private Done split(View view, FailureCluster cluster) {
        Principal by = view.principal();
        List<String> records = Words.listed(Fields.required(view, "records"));
        audit.write(by.name(), "cluster.split", cluster.id(), Map.of("records", String.valueOf(records.size())));
        FailureCluster made = clusters.split(by.scope(), cluster.id(), records, by.name());
        return Done.here(records.size() + " failures are cluster " + made.id() + " now");
    }

    private static Map<String, Object> row(FailureCluster cluster) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", cluster.id());
        row.put("title", cluster.title());
        row.put("category", cluster.category());
        row.put("whose", cluster.failureClass());
        row.put("state", cluster.state());
        row.put("count", cluster.count());
        row.put("traces", cluster.traces());
        row.put("tokens", cluster.impact().tokens());
        row.put("lost", cluster.impact().duration());
        if (cluster.lastSeen() != null) {
            row.put("lastSeen", cluster.lastSeen());
        }
        return row;
    }

    private static @Nullable ClusterState state(String word) {
        for (ClusterState state : ClusterState.values()) {
            if (state.name().equals(word.toUpperCase(Locale.ROOT))) {
                return state;
            }
        }
        if (!word.isEmpty()) {
            throw new HttpProblem(400, "state must be one of those offered");
        }
        return null;
    }
}
