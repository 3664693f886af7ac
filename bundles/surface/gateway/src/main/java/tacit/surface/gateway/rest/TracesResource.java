package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists traces. */
@Component
public final class TracesResource implements HttpResource {

    private final TraceStore traces;

    @Activate
    public TracesResource(@Reference TraceStore traces) {
        this.traces = traces;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/traces";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "agent", "taskKey", "batch", "outcome", "status", "from", "until");
        TraceFilter filter = new TraceFilter(
                query.text("agent"),
                query.text("taskKey"),
                query.text("batch"),
                query.choice("outcome", OutcomeLabel.class),
                query.choice("status", TraceStatus.class),
                query.time("from"),
                query.time("until"));
        return Json.reply(200, Views.page(traces.list(call.principal().scope(), filter, query.page()), Views::trace));
    }
}
