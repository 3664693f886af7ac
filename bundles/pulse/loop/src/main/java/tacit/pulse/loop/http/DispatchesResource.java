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
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;

/** Lists dispatches, the newest first; with {@code type} pulses or steps. */
@Component
public final class DispatchesResource implements HttpResource {

    private final PulseDesk desk;

    @Activate
    public DispatchesResource(@Reference PulseDesk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/dispatches";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Asked.parameters(call, Set.of("profile", "state", "type", "limit", "offset"));
        PulseRun.Type type = Asked.choice(call, "type", PulseRun.Type.class);
        PulseDesk.Filter filter = new PulseDesk.Filter(
                call.parameter("profile").orElse(null),
                Own.workspace(call),
                type == null ? PulseRun.Type.DISPATCH : type,
                Asked.choice(call, "state", PulseRun.State.class));
        return Asked.reply(Views.page(desk.runs(filter, Asked.page(call))));
    }
}
