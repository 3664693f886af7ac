package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureClusters;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists families of failures, the costliest first. */
@Component
public final class ClustersResource implements HttpResource {

    private final FailureClusters clusters;

    @Activate
    public ClustersResource(@Reference FailureClusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/clusters";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "state", "category", "failureClass");
        ClusterFilter filter = new ClusterFilter(
                query.choice("state", ClusterState.class),
                query.text("category"),
                query.choice("failureClass", FailureClass.class));
        return Json.reply(
                200, Views.page(clusters.list(call.principal().scope(), filter, query.page()), LearnViews::cluster));
    }
}
