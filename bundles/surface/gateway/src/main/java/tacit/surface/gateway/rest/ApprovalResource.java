package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows one act that was judged in the workspace of the token. */
@Component
public final class ApprovalResource implements HttpResource {

    private final Approvals inbox;

    @Activate
    public ApprovalResource(@Reference Approvals inbox) {
        this.inbox = inbox;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/approvals/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        return Json.reply(200, ApprovalViews.approval(found(inbox, call)));
    }

    /** The entry that the path names, as far as the token may see it. */
    static Approval found(Approvals inbox, Call call) {
        Scope scope = call.principal().scope();
        return inbox.find(Paths.parameter(call, "id"))
                .filter(entry -> entry.request().workspaceId().equals(scope.workspaceId()))
                .filter(entry -> scope.userId() == null
                        || scope.userId().equals(entry.request().userId()))
                .orElseThrow(() -> new HttpProblem(404, "No such entry in the token's scope"));
    }
}
