package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows a profile, and what counts for it with what wider scopes say. */
@Component
public final class AutomationProfileResource implements HttpResource {

    private final AutomationProfiles profiles;
    private final ScopedSettings settings;

    @Activate
    public AutomationProfileResource(@Reference AutomationProfiles profiles, @Reference ScopedSettings settings) {
        this.profiles = profiles;
        this.settings = settings;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/profiles/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        AutomationProfile profile = CoreScopes.profile(call, profiles, Paths.parameter(call, "id"));
        Map<String, Object> counts = new LinkedHashMap<>();
        for (ProfileField field : ProfileField.values()) {
            counts.put(
                    field.title(),
                    AutomationViews.setting(settings.resolve(field.setting().key(), Subject.ofProfile(profile))));
        }
        Map<String, Object> answer = AutomationViews.profile(profile);
        answer.put("counts", counts);
        return Json.reply(200, answer);
    }
}
