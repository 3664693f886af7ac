package tacit.surface.gateway.rest;

import java.util.List;
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
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Forgets one memory with all copies, and with its evidence where that is asked for. */
@Component
public final class MemoryForgetResource implements HttpResource {

    private final MemoryStore memories;
    private final AuditLog audit;

    @Activate
    public MemoryForgetResource(@Reference MemoryStore memories, @Reference AuditLog audit) {
        this.memories = memories;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/v1/memory/records/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        boolean withEvidence = Query.known(call, "withEvidence").truth("withEvidence", false);
        Scope scope = call.principal().scope();
        String id = Paths.parameter(call, "id");
        // One that holds everywhere is found from each workspace, and belongs to one
        if (memories.find(scope, id)
                .filter(memory -> memory.workspaceId().equals(scope.workspaceId()))
                .isEmpty()) {
            throw new HttpProblem(404, "No such memory in the token's scope");
        }
        audit.write(
                call.principal().name(),
                "memory.forget",
                id,
                Map.of("workspace", scope.workspaceId(), "with.evidence", String.valueOf(withEvidence)));
        try {
            return Json.reply(200, Map.of("forgotten", memories.delete(scope, List.of(id), withEvidence)));
        } catch (IllegalStateException e) {
            throw new HttpProblem(503, String.valueOf(e.getMessage()));
        }
    }
}
