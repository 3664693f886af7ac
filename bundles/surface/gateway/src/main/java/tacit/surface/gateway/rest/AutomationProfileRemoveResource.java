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
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.AutomationProfiles.Removal;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Removes a profile, or switches it off when something refers to it; says which. */
@Component
public final class AutomationProfileRemoveResource implements HttpResource {

    private final AutomationProfiles profiles;

    @Activate
    public AutomationProfileRemoveResource(@Reference AutomationProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/v1/profiles/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        AutomationProfile profile = CoreScopes.profile(call, profiles, Paths.parameter(call, "id"));
        Removal removal = profiles.remove(profile.id(), call.principal().name());
        if (removal == Removal.UNKNOWN) {
            throw new HttpProblem(404, "No such profile in the token's workspace");
        }
        return Json.reply(200, Map.of("id", profile.id(), "became", Views.word(removal)));
    }
}
