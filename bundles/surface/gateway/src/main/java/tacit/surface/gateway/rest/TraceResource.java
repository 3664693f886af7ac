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
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Answers one trace with its spans and all that was said of its outcome. */
@Component
public final class TraceResource implements HttpResource {

    private final TraceStore traces;

    @Activate
    public TraceResource(@Reference TraceStore traces) {
        this.traces = traces;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/traces/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Scope scope = call.principal().scope();
        String id = Paths.parameter(call, "id");
        return traces.find(scope, id)
                .map(recorded -> Json.reply(200, Views.recorded(recorded, traces.outcomes(scope, id))))
                .orElseThrow(() -> new HttpProblem(404, "No such trace in the token's scope"));
    }
}
