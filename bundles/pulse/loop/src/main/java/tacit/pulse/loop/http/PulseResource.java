package tacit.pulse.loop.http;

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

/** Runs a pulse of a profile now. */
@Component
public final class PulseResource implements HttpResource {

    private final PulseDesk desk;
    private final AutomationProfiles profiles;

    @Activate
    public PulseResource(@Reference PulseDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/pulse/{profile}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Asked.parameters(call, Set.of());
        String profile = Own.profile(call, profiles, "profile").id();
        return Asked.reply(Views.report(desk.pulse(profile, call.principal().name())));
    }
}
