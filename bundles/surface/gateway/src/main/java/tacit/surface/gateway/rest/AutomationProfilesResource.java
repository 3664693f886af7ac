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
import tacit.api.pulse.AutomationProfiles;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists the profiles of a workspace, the last changed first. */
@Component
public final class AutomationProfilesResource implements HttpResource {

    private final AutomationProfiles profiles;

    @Activate
    public AutomationProfilesResource(@Reference AutomationProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/profiles";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        return Json.reply(
                200,
                Map.of(
                        "profiles",
                        profiles.list(CoreScopes.workspace(call)).stream()
                                .map(AutomationViews::profile)
                                .toList()));
    }
}
