package tacit.surface.gateway.rest;

import java.time.Clock;
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
import tacit.api.memory.Evidence;
import tacit.api.memory.RelationshipMemory;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Marks a commitment of a user as kept. */
@Component
public final class CommitmentDoneResource implements HttpResource {

    private static final int ALL = 300;

    private final RelationshipMemory dealings;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public CommitmentDoneResource(
            @Reference RelationshipMemory dealings, @Reference AuditLog audit, @Reference Clock clock) {
        this.dealings = dealings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/users/{id}/commitments/{commitment}/done";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Scope scope = MemoryViews.user(call);
        String id = Paths.parameter(call, "commitment");
        if (dealings.openCommitments(scope, ALL).stream()
                .noneMatch(item -> item.id().equals(id))) {
            throw missing();
        }
        long entry = audit.write(
                        call.principal().name(), "commitment.done", id, Map.of("workspace", scope.workspaceId()))
                .sequence();
        Evidence evidence = Evidence.of(Evidence.Kind.STATEMENT, String.valueOf(entry));
        return Json.reply(
                200,
                dealings.close(scope, id, evidence)
                        .map(item -> CommitmentsResource.view(item, clock.instant()))
                        .orElseThrow(CommitmentDoneResource::missing));
    }

    private static HttpProblem missing() {
        return new HttpProblem(404, "No such open commitment in the token's scope");
    }
}
