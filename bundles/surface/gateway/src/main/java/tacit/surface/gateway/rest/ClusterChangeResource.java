package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Lets an operator split, merge, dismiss or reopen a family; each act is in the audit log first. */
@Component
public final class ClusterChangeResource implements HttpResource {

    private static final Set<String> CHANGES = Set.of("split", "merge", "dismiss", "reopen");

    private final FailureClusters clusters;
    private final AuditLog audit;

    @Activate
    public ClusterChangeResource(@Reference FailureClusters clusters, @Reference AuditLog audit) {
        this.clusters = clusters;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/clusters/{id}/{change}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String id = Paths.parameter(call, "id");
        String change = Paths.parameter(call, "change");
        if (!CHANGES.contains(change)) {
            throw new HttpProblem(
                    404, "A cluster can be split, merged, dismissed or reopened: split, merge, dismiss, reopen");
        }
        FailureCluster cluster = clusters.find(call.principal().scope(), id)
                .orElseThrow(() -> new HttpProblem(404, "No such cluster in the token's scope"));
        try {
            return Json.reply(200, LearnViews.cluster(changed(call, cluster, change)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }

    private FailureCluster changed(Call call, FailureCluster cluster, String change) {
        return switch (change) {
            case "split" -> split(call, cluster);
            case "merge" -> merge(call, cluster);
            case "dismiss" -> move(call, cluster, change, ClusterState.DISMISSED);
            default -> move(call, cluster, change, ClusterState.REOPENED);
        };
    }

    private FailureCluster split(Call call, FailureCluster cluster) {
        List<String> records = Fields.of(Json.body(call), Set.of("records")).texts("records", 10_000, 400);
        Principal by = call.principal();
        audit.write(by.name(), "cluster.split", cluster.id(), Map.of("records", String.valueOf(records.size())));
        return clusters.split(by.scope(), cluster.id(), records, by.name());
    }

    private FailureCluster merge(Call call, FailureCluster cluster) {
        String other = Fields.of(Json.body(call), Set.of("other")).text("other", 400);
        Principal by = call.principal();
        if (clusters.find(by.scope(), other).isEmpty()) {
            throw new HttpProblem(404, "No such other cluster in the token's scope");
        }
        audit.write(by.name(), "cluster.merge", cluster.id(), Map.of("other", other));
        return clusters.merge(by.scope(), cluster.id(), other, by.name());
    }

    private FailureCluster move(Call call, FailureCluster cluster, String change, ClusterState state) {
        long version = call.body().length == 0 ? cluster.version() : version(call, cluster);
        Principal by = call.principal();
        audit.write(by.name(), "cluster." + change, cluster.id(), Map.of());
        return clusters.move(by.scope(), cluster.id(), state, version, by.name());
    }

    private static long version(Call call, FailureCluster cluster) {
        Fields fields = Fields.of(Json.body(call), Set.of("version"));
        return fields.whole("version", Math.toIntExact(cluster.version()), 0, Integer.MAX_VALUE);
    }
}
