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

/** Says how well learning goes now. */
@Component
public final class MetricsResource implements HttpResource {

    private final Evolution evolution;

    @Activate
    public MetricsResource(@Reference Evolution evolution) {
        this.evolution = evolution;
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
            return Json.reply(
                    200,
                    EvolutionViews.snapshot(evolution.snapshot(call.principal().scope())));
        } catch (IllegalStateException e) {
            throw new HttpProblem(503, "Nothing measures how learning goes now");
        }
    }
}
