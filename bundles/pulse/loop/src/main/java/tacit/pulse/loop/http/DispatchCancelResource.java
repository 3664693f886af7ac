package tacit.pulse.loop.http;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;

/** Stops a dispatch and its work. */
@Component
public final class DispatchCancelResource implements HttpResource {

    private final PulseDesk desk;

    @Activate
    public DispatchCancelResource(@Reference PulseDesk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/dispatches/{id}/cancel";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        String reason = Asked.body(call, Set.of("reason")).path("reason").asText("");
        PulseRun run = Own.run(call, desk);
        if (!desk.cancel(run.id(), call.principal().name(), reason)) {
            throw new HttpProblem(409, "It has ended, or is no dispatch");
        }
        return Asked.reply(Views.run(Own.run(call, desk)));
    }
}
