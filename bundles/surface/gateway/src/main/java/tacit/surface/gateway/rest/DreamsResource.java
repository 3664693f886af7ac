package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamReview;
import tacit.api.reflect.DreamState;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists what was dreamt, the newest first. */
@Component
public final class DreamsResource implements HttpResource {

    private final DreamReview review;

    @Activate
    public DreamsResource(@Reference DreamReview review) {
        this.review = review;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/dreams";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "state", "action", "runId", "userId");
        DreamReview.Filter filter = new DreamReview.Filter(
                query.choice("state", DreamState.class),
                query.choice("action", DreamAction.class),
                query.text("runId"));
        Scope scope = SkillViews.scope(call.principal().scope(), query.text("userId"));
        return Json.reply(200, Views.page(review.list(scope, filter, query.page()), DreamViews::candidate));
    }
}
