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
import tacit.api.learn.EvalCases;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Answers one eval case. */
@Component
public final class EvalResource implements HttpResource {

    private final EvalCases cases;

    @Activate
    public EvalResource(@Reference EvalCases cases) {
        this.cases = cases;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/evals/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        return Json.reply(
                200,
                cases.find(call.principal().scope(), Paths.parameter(call, "id"))
                        .map(LearnViews::evalCase)
                        .orElseThrow(() -> new HttpProblem(404, "No such case in the token's scope")));
    }
}
