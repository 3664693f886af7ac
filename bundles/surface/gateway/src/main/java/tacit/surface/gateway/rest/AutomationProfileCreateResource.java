package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProfileSettings;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Creates the profile of a role; a twin gets none. */
@Component
public final class AutomationProfileCreateResource implements HttpResource {

    private final AutomationProfiles profiles;

    @Activate
    public AutomationProfileCreateResource(@Reference AutomationProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/profiles";
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
            Fields fields =
                    Fields.of(Json.body(call), AutomationFields.known("agentRoleId", "autonomyLevel", "inherit"));
            ProfileSettings settings =
                    AutomationFields.on(AutomationFields.ofLevel(fields.optionalText("autonomyLevel", 100)), fields);
            return Json.reply(
                    201,
                    AutomationViews.profile(profiles.create(
                            fields.text("agentRoleId", 100),
                            workspace,
                            settings,
                            call.principal().name())));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
