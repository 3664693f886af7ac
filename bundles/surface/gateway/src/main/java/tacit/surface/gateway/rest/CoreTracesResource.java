package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists cycles of the core in the workspace of the token, the newest first. */
@Component
public final class CoreTracesResource implements HttpResource {

    private final CoreTraces traces;

    @Activate
    public CoreTracesResource(@Reference CoreTraces traces) {
        this.traces = traces;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/core/traces";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "profileId", "targetKey", "kind", "status");
        CoreTraces.Filter filter = new CoreTraces.Filter(
                query.text("profileId"),
                call.principal().scope().workspaceId(),
                query.text("targetKey"),
                query.choice("kind", CoreTraceKind.class),
                query.choice("status", CoreTraceStatus.class));
        return Json.reply(200, CoreViews.page(traces.list(filter, query.page()), CoreViews::trace));
    }
}
