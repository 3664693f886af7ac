package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.recall.DurableContext;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Takes away what was kept of conversations, of the token's workspace or user; for operators. */
@Component
public final class ContextClearResource implements HttpResource {

    private final DurableContext context;
    private final AuditLog audit;

    @Activate
    public ContextClearResource(@Reference DurableContext context, @Reference AuditLog audit) {
        this.context = context;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/context/clear";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Scope scope = call.principal().scope();
        audit.write(call.principal().name(), "context.clear", scope.workspaceId(), Map.of());
        return Json.reply(200, Map.of("removed", context.clear(scope)));
    }
}
