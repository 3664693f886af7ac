package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.Twins;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows the presets of personas, and which are active in the workspace. */
@Component
public final class TwinsResource implements HttpResource {

    private final Twins twins;

    @Activate
    public TwinsResource(@Reference Twins twins) {
        this.twins = twins;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/twins";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String workspace = CoreScopes.workspace(call);
        return Json.reply(
                200,
                Map.of(
                        "templates",
                        twins.templates().stream().map(AutomationViews::twin).toList(),
                        "active",
                        twins.active(workspace).stream()
                                .map(active ->
                                        Map.of("roleId", active.roleId(), "twin", AutomationViews.twin(active.twin())))
                                .toList()));
    }
}
