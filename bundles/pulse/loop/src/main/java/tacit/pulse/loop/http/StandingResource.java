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

/** Tells how a profile stands, or what a pulse would decide now. */
@Component
public final class StandingResource implements HttpResource {

    private final PulseDesk desk;
    private final AutomationProfiles profiles;

    @Activate
    public StandingResource(@Reference PulseDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/pulse/{profile}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Asked.parameters(call, Set.of("explain", "manual"));
        String profile = Own.profile(call, profiles, "profile").id();
        return Asked.truth(call, "explain")
                ? Asked.reply(Views.report(desk.explain(profile, Asked.truth(call, "manual"))))
                : Asked.reply(Views.standing(desk.standing(profile)));
    }
}
