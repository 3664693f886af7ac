package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists acts that were judged in the workspace of the token, newest first. */
@Component
public final class ApprovalsResource implements HttpResource {

    private final Approvals inbox;

    @Activate
    public ApprovalsResource(@Reference Approvals inbox) {
        this.inbox = inbox;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/approvals";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "state", "profile");
        Approval.State state = query.choice("state", Approval.State.class);
        return Json.reply(
                200,
                Views.page(
                        inbox.list(call.principal().scope(), state, query.text("profile"), query.page()),
                        ApprovalViews::approval));
    }
}
