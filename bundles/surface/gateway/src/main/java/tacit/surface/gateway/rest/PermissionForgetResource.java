package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.autonomy.Approvals;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Lets an operator forget a rule of the workspace of the token. */
@Component
public final class PermissionForgetResource implements HttpResource {

    private final Approvals inbox;

    @Activate
    public PermissionForgetResource(@Reference Approvals inbox) {
        this.inbox = inbox;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/v1/permissions/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String id = Paths.parameter(call, "id");
        boolean there = inbox.rules(call.principal().scope().workspaceId(), null).stream()
                .anyMatch(rule -> rule.id().equals(id));
        if (!there || !inbox.removeRule(id, call.principal().name())) {
            throw new HttpProblem(404, "No such rule is kept in the token's workspace");
        }
        return Json.reply(200, Map.of("forgotten", id));
    }
}
