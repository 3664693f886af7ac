package tacit.pulse.loop.http;

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
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.PulseDesk;

/** Lists what a profile does of itself again and again. */
@Component
public final class ProactiveResource implements HttpResource {

    private final PulseDesk desk;
    private final AutomationProfiles profiles;

    @Activate
    public ProactiveResource(@Reference PulseDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/profiles/{id}/proactive";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Asked.parameters(call, Set.of());
        String profile = Own.profile(call, profiles, "id").id();
        return Asked.reply(Map.of(
                "rows", desk.proactive(profile).stream().map(Views::proactive).toList()));
    }
}
