package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.Twins;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Ends a twin. */
@Component
public final class TwinEndResource implements HttpResource {

    private final Twins twins;

    @Activate
    public TwinEndResource(@Reference Twins twins) {
        this.twins = twins;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/v1/twins/{role}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String role = Paths.parameter(call, "role");
        if (!twins.deactivate(CoreScopes.workspace(call), role, call.principal().name())) {
            throw new HttpProblem(404, "No such twin in the token's workspace");
        }
        return Json.reply(200, Map.of("roleId", role, "became", "ended"));
    }
}
