package tacit.surface.gateway.rest.harness;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.harness.DecisionLog;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists what roles were asked and answered, of all workspaces. */
@Component
public final class DecisionsResource implements HttpResource {

    private final DecisionLog decisions;

    @Activate
    public DecisionsResource(@Reference DecisionLog decisions) {
        this.decisions = decisions;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/decisions";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "role");
        HostOperator.require(call);
        String role = Optional.ofNullable(query.text("role")).orElse("");
        return Json.reply(200, Views.page(decisions.list(role, query.page()), HarnessViews::decision));
    }
}
