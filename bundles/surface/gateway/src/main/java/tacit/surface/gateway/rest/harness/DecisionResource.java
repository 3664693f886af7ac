package tacit.surface.gateway.rest.harness;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.harness.DecisionLog;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows one decision whole, with what was asked inside. */
@Component
public final class DecisionResource implements HttpResource {

    private final DecisionLog decisions;

    @Activate
    public DecisionResource(@Reference DecisionLog decisions) {
        this.decisions = decisions;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/decisions/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        HostOperator.require(call);
        return decisions
                .find(Paths.parameter(call, "id"))
                .map(found -> Json.reply(200, HarnessViews.wholeDecision(found)))
                .orElseThrow(() -> new HttpProblem(404, "There is no such decision"));
    }
}
