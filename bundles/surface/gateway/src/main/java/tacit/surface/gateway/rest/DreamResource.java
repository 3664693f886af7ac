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
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows one proposal to mend a memory. */
@Component
public final class DreamResource implements HttpResource {

    private final DreamReview review;

    @Activate
    public DreamResource(@Reference DreamReview review) {
        this.review = review;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/dreams/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "userId");
        Scope scope = SkillViews.scope(call.principal().scope(), query.text("userId"));
        return review.find(scope, Paths.parameter(call, "id"))
                .map(candidate -> Json.reply(200, DreamViews.candidate(candidate)))
                .orElseThrow(() -> new HttpProblem(404, "No such candidate in the token's scope"));
    }
}
