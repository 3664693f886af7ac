package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.Forgetting;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Leaves no byte of what was deleted in the files of the host. */
@Component
public final class MemoryPurgeResource implements HttpResource {

    private final Forgetting forgetting;

    @Activate
    public MemoryPurgeResource(@Reference Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/purge";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        HostOperator.require(call);
        return Json.reply(
                200, MemoryViews.report(forgetting.purge(call.principal().name())));
    }
}
