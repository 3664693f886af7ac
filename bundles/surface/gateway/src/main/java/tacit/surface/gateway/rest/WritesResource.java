package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.WriteGate;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists writes to a memory that wait or were reviewed, those proposed last first. */
@Component
public final class WritesResource implements HttpResource {

    private final WriteGate gate;

    @Activate
    public WritesResource(@Reference WriteGate gate) {
        this.gate = gate;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/writes";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "status");
        PendingWrite.Status status = query.choice("status", PendingWrite.Status.class);
        return Json.reply(
                200, Views.page(gate.list(call.principal().scope(), status, query.page()), WriteViews::write));
    }
}
