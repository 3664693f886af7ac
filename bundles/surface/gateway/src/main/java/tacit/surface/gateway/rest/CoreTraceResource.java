package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.CoreTraces;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows a cycle of the core with its steps. */
@Component
public final class CoreTraceResource implements HttpResource {

    private final CoreTraces traces;

    @Activate
    public CoreTraceResource(@Reference CoreTraces traces) {
        this.traces = traces;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/core/traces/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String workspace = call.principal().scope().workspaceId();
        return traces.find(Paths.parameter(call, "id"))
                .filter(whole -> workspace.equals(whole.trace().draft().workspaceId()))
                .map(whole -> Json.reply(200, CoreViews.whole(whole)))
                .orElseThrow(() -> new HttpProblem(404, "No such core trace in the workspace of the token"));
    }
}
