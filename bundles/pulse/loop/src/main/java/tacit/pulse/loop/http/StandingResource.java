package tacit.pulse.loop.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.generation.Generations;
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
    private final Generations generations;

    @Activate
    public StandingResource(
            @Reference PulseDesk desk, @Reference AutomationProfiles profiles, @Reference Generations generations) {
        this.desk = desk;
        this.profiles = profiles;
        this.generations = generations;
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
                : Asked.reply(standing(profile));
    }

    private Map<String, @Nullable Object> standing(String profile) {
        Map<String, @Nullable Object> view = Views.standing(desk.standing(profile));
        generations.active().ifPresent(active -> view.put("generation", active.number()));
        return view;
    }
}
