package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.EvalCases;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists eval cases. */
@Component
public final class EvalsResource implements HttpResource {

    private final EvalCases cases;

    @Activate
    public EvalsResource(@Reference EvalCases cases) {
        this.cases = cases;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/evals";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call);
        return Json.reply(200, Views.page(cases.list(call.principal().scope(), query.page()), LearnViews::evalCase));
    }
}
