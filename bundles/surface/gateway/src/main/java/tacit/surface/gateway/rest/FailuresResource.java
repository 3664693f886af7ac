package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists failures. */
@Component
public final class FailuresResource implements HttpResource {

    private final FailureClusters clusters;

    @Activate
    public FailuresResource(@Reference FailureClusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/failures";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "traceId", "category", "failureClass", "clusterId");
        FailureFilter filter = new FailureFilter(
                query.text("traceId"),
                query.text("category"),
                query.choice("failureClass", FailureClass.class),
                query.text("clusterId"));
        return Json.reply(
                200,
                Views.page(clusters.failures(call.principal().scope(), filter, query.page()), LearnViews::failure));
    }
}
