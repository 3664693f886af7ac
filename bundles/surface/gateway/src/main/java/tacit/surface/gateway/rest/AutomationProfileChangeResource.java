package tacit.surface.gateway.rest;

import java.util.ConcurrentModificationException;
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
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Changes what a profile says; what is not named stays. 409 when somebody was quicker. */
@Component
public final class AutomationProfileChangeResource implements HttpResource {

    private final AutomationProfiles profiles;

    @Activate
    public AutomationProfileChangeResource(@Reference AutomationProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "PATCH";
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
        AutomationProfile before = CoreScopes.profile(call, profiles, Paths.parameter(call, "id"));
        try {
            Fields fields = Fields.of(Json.body(call), AutomationFields.known("version", "reason", "inherit"));
            int version = fields.whole("version", 0, 1, Integer.MAX_VALUE);
            if (version == 0) {
                throw new IllegalArgumentException("version must be given, as it was seen");
            }
            String reason = fields.optionalText("reason", 1_000);
            return Json.reply(
                    200,
                    AutomationViews.profile(profiles.update(
                            before.id(),
                            version,
                            AutomationFields.on(before.settings(), fields),
                            call.principal().name(),
                            reason == null ? "asked for over HTTP" : reason)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (ConcurrentModificationException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }
}
