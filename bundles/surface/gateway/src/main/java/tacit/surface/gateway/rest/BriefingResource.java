package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.Evolution;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Says what somebody should know at the begin of a day. */
@Component
public final class BriefingResource implements HttpResource {

    private final Evolution evolution;

    @Activate
    public BriefingResource(@Reference Evolution evolution) {
        this.evolution = evolution;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/briefing";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        String day = Query.known(call, "day").text("day");
        try {
            return Json.reply(
                    200,
                    EvolutionViews.briefing(evolution.briefing(call.principal().scope(), day)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (IllegalStateException e) {
            throw new HttpProblem(503, "Nothing writes briefings now");
        }
    }
}
