package tacit.surface.gateway.rest.harness;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.generation.Generations;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows what an activation would do, without doing any of it. */
@Component
public final class GenerationPlanResource implements HttpResource {

    private final Generations generations;

    @Activate
    public GenerationPlanResource(@Reference Generations generations) {
        this.generations = generations;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/generations/plan";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        HostOperator.require(call);
        try {
            return Json.reply(200, HarnessViews.plan(generations.plan(WantedActivation.of(call, generations))));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
