package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Answers one family of failures and a page of its members. */
@Component
public final class ClusterResource implements HttpResource {

    private final FailureClusters clusters;

    @Activate
    public ClusterResource(@Reference FailureClusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/clusters/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call);
        Scope scope = call.principal().scope();
        String id = Paths.parameter(call, "id");
        FailureCluster cluster = clusters.find(scope, id)
                .orElseThrow(() -> new HttpProblem(404, "No such cluster in the token's scope"));
        Map<String, Object> fields = LearnViews.cluster(cluster);
        fields.put("members", Views.page(clusters.members(scope, id, query.page()), LearnViews::member));
        return Json.reply(200, fields);
    }
}
