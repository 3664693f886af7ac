package tacit.pulse.signals.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.Signals;

/** Tells what waits for a profile together: its families, what is put off, and what it wants to hear of. */
@Component
public final class FamiliesResource implements HttpResource {

    private final Signals signals;
    private final AutomationProfiles profiles;

    @Activate
    public FamiliesResource(@Reference Signals signals, @Reference AutomationProfiles profiles) {
        this.signals = signals;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/signals/families";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Owned.known(call, "profileId");
        String id = Owned.profile(call, profiles, call.parameter("profileId").orElse(null));
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("profileId", id);
        view.put("families", signals.families(id).stream().map(Views::family).toList());
        view.put("deferral", signals.deferral(id).map(Views::deferral).orElse(null));
        view.put(
                "interests",
                signals.interests(id).stream().map(Views::word).sorted().toList());
        return Fields.reply(200, view);
    }
}
