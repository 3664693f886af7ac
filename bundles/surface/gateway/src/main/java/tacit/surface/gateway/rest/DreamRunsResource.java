package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.reflect.DreamReview;
import tacit.api.reflect.DreamRun;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists dreaming runs, the newest first. */
@Component
public final class DreamRunsResource implements HttpResource {

    private final DreamReview review;

    @Activate
    public DreamRunsResource(@Reference DreamReview review) {
        this.review = review;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/dreams/runs";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "status");
        DreamRun.Status status = query.choice("status", DreamRun.Status.class);
        return Json.reply(
                200, Views.page(review.runs(call.principal().scope(), status, query.page()), DreamViews::run));
    }
}
