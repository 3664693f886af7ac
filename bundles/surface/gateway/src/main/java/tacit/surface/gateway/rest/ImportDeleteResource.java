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
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Takes an import out of the archive, with all that it brought, and with the evidence where that is asked for; the audit log says so first. */
@Component
public final class ImportDeleteResource implements HttpResource {

    private final ArchiveUpkeep upkeep;
    private final AuditLog audit;

    @Activate
    public ImportDeleteResource(@Reference ArchiveUpkeep upkeep, @Reference AuditLog audit) {
        this.upkeep = upkeep;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/v1/memory/imports/{id}";
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
        if (upkeep.findImport(scope, id).isEmpty()) {
            throw new HttpProblem(404, "No such import in the token's scope");
        }
        audit.write(
                call.principal().name(),
                "memory.import.delete",
                id,
                Map.of("workspace", scope.workspaceId(), "with.evidence", String.valueOf(withEvidence)));
        try {
            return Json.reply(200, Map.of("removed", upkeep.deleteImport(scope, id, withEvidence)));
        } catch (IllegalStateException e) {
            throw new HttpProblem(503, String.valueOf(e.getMessage()));
        }
    }
}
