package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.Twins;
import tacit.api.pulse.Twins.Active;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Makes a role of a preset; it never gets a profile. */
@Component
public final class TwinActivateResource implements HttpResource {

    private final Twins twins;

    @Activate
    public TwinActivateResource(@Reference Twins twins) {
        this.twins = twins;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/twins";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String workspace = CoreScopes.workspace(call);
        try {
            String template = Fields.of(Json.body(call), Set.of("template")).text("template", 64);
            Active active = twins.activate(workspace, template, call.principal().name());
            return Json.reply(201, Map.of("roleId", active.roleId(), "twin", AutomationViews.twin(active.twin())));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
