package tacit.pulse.loop.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;

/** Shows a dispatch with its steps, and the cycle that it is part of. */
@Component
public final class DispatchResource implements HttpResource {

    private final PulseDesk desk;
    private final CoreTraces traces;

    @Activate
    public DispatchResource(@Reference PulseDesk desk, @Reference CoreTraces traces) {
        this.desk = desk;
        this.traces = traces;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/dispatches/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Asked.parameters(call, Set.of());
        PulseRun run = Own.run(call, desk);
        Map<String, @Nullable Object> view = Views.run(run);
        view.put("steps", desk.steps(run.id()).stream().map(Views::run).toList());
        if (run.traceId() != null) {
            traces.find(run.traceId()).ifPresent(trace -> view.put("trace", Views.trace(trace)));
        }
        return Asked.reply(view);
    }
}
