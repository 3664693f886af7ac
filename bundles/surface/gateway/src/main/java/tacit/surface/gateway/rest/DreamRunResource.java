package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.reflect.DreamReview;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows one dreaming run. */
@Component
public final class DreamRunResource implements HttpResource {

    private final DreamReview review;

    @Activate
    public DreamRunResource(@Reference DreamReview review) {
        this.review = review;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/dreams/runs/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        return review.run(call.principal().scope(), Paths.parameter(call, "id"))
                .map(run -> Json.reply(200, DreamViews.run(run)))
                .orElseThrow(() -> new HttpProblem(404, "No such run in the token's scope"));
    }
}
