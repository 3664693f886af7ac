package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.ExternalMemories;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Tries whether a memory outside answers; the audit log says so first. */
@Component
public final class ExternalCheckResource implements HttpResource {

    private final ExternalMemories memories;
    private final AuditLog audit;

    @Activate
    public ExternalCheckResource(@Reference ExternalMemories memories, @Reference AuditLog audit) {
        this.memories = memories;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/external/{id}/check";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        HostOperator.require(call);
        String id = Paths.parameter(call, "id");
        if (memories.status().stream().noneMatch(status -> status.id().equals(id))) {
            throw new HttpProblem(404, "No memory outside has this id");
        }
        audit.write(call.principal().name(), "external.check", id, Map.of());
        return Json.reply(200, Map.of("id", id, "result", memories.check(id)));
    }
}
