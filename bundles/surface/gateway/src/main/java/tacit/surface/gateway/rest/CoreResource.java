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
import tacit.api.pulse.CoreSwitches;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows which stages of the core run, what came of them, and why not more. */
@Component
public final class CoreResource implements HttpResource {

    private final CoreSwitches switches;

    @Activate
    public CoreResource(@Reference CoreSwitches switches) {
        this.switches = switches;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/core";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        CoreScopes.workspace(call);
        boolean host = call.principal().scope().equals(Scope.ofDefaultWorkspace());
        return Json.reply(
                200,
                Map.of(
                        "stages",
                        switches.status().stream()
                                .map(status -> AutomationViews.stage(status, host))
                                .toList()));
    }
}
