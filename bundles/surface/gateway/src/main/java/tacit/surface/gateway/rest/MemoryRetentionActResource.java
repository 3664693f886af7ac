package tacit.surface.gateway.rest;

import java.util.List;
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
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Applies retention, or takes back what it put aside; the audit log says so first. */
@Component
public final class MemoryRetentionActResource implements HttpResource {

    private static final int MOST_IDS = 1_000;
    private static final int LONGEST_ID = 200;

    private final ArchiveUpkeep upkeep;
    private final AuditLog audit;

    @Activate
    public MemoryRetentionActResource(@Reference ArchiveUpkeep upkeep, @Reference AuditLog audit) {
        this.upkeep = upkeep;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/retention/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String act = Paths.parameter(call, "act");
        if (!Set.of("apply", "undo").contains(act)) {
            throw new HttpProblem(404, "Retention knows apply and undo");
        }
        Scope scope = call.principal().scope();
        List<String> ids = ids(call, act);
        audit.write(call.principal().name(), "memory.retention." + act, scope.workspaceId(), Map.of());
        return act.equals("apply")
                ? Json.reply(200, MemoryViews.plan(upkeep.applyRetention(scope)))
                : Json.reply(200, Map.of("takenBack", upkeep.undoRetention(scope, ids)));
    }

    /** Those to take back: all where none is named. */
    private static List<String> ids(Call call, String act) {
        if (call.body().length == 0) {
            return List.of();
        }
        if (act.equals("apply")) {
            throw new HttpProblem(400, "Applying retention takes no body");
        }
        try {
            return Fields.of(Json.body(call), Set.of("ids")).texts("ids", MOST_IDS, LONGEST_ID);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
