package tacit.surface.gateway.rest;

import java.util.Map;
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
import tacit.api.memory.MemoryLearning;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Says how well learning goes now, and whether anything is learnt at all. */
@Component
public final class MetricsResource implements HttpResource {

    private final Evolution evolution;
    private final MemoryLearning learning;

    @Activate
    public MetricsResource(@Reference Evolution evolution, @Reference MemoryLearning learning) {
        this.evolution = evolution;
        this.learning = learning;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/metrics";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        try {
            Map<String, Object> answer =
                    EvolutionViews.snapshot(evolution.snapshot(call.principal().scope()));
            answer.put("learning", learning.switches().enabled());
            return Json.reply(200, answer);
        } catch (IllegalStateException e) {
            throw new HttpProblem(503, "Nothing measures how learning goes now");
        }
    }
}
