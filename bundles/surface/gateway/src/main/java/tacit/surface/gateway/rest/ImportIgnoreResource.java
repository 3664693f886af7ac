package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Keeps an imported memory from prompts, or lets it in again; the audit log says so first. */
@Component
public final class ImportIgnoreResource implements HttpResource {

    private final ArchiveUpkeep upkeep;
    private final MemoryStore memories;
    private final AuditLog audit;

    @Activate
    public ImportIgnoreResource(
            @Reference ArchiveUpkeep upkeep, @Reference MemoryStore memories, @Reference AuditLog audit) {
        this.upkeep = upkeep;
        this.memories = memories;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/records/{id}/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String act = Paths.parameter(call, "act");
        if (!Set.of("ignore", "unignore").contains(act)) {
            throw new HttpProblem(404, "A memory knows ignore and unignore");
        }
        if (call.body().length > 0) {
            throw new HttpProblem(400, "This takes no body");
        }
        Scope scope = call.principal().scope();
        String id = Paths.parameter(call, "id");
        if (ArchiveViews.found(memories, scope, id)
                .attribute(ArchiveUpkeep.IMPORT)
                .isEmpty()) {
            throw new HttpProblem(409, "The memory was not imported");
        }
        audit.write(call.principal().name(), "memory.import." + act, id, Map.of("workspace", scope.workspaceId()));
        boolean wanted = act.equals("ignore");
        boolean done = upkeep.ignoreImported(scope, id, wanted);
        return Json.reply(200, Map.of("id", id, "ignored", done == wanted));
    }
}
