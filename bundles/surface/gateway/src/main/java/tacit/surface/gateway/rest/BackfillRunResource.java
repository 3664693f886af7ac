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
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.ArchiveObservations;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Takes memories of the archive apart that are not yet; the audit log says so first. */
@Component
public final class BackfillRunResource implements HttpResource {

    private final ArchiveObservations observations;
    private final AuditLog audit;

    @Activate
    public BackfillRunResource(@Reference ArchiveObservations observations, @Reference AuditLog audit) {
        this.observations = observations;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/backfill";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Scope scope = call.principal().scope();
        boolean all = all(call);
        audit.write(
                call.principal().name(),
                "memory.observation.backfill",
                scope.workspaceId(),
                Map.of("workspace", scope.workspaceId(), "all", String.valueOf(all)));
        return Json.reply(200, ArchiveViews.backfill(observations.backfill(scope, all)));
    }

    private static boolean all(Call call) {
        if (call.body().length == 0) {
            return false;
        }
        try {
            return Fields.of(Json.body(call), Set.of("all")).truth("all", false);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
