package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.autonomy.Approvals;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lets an operator take back what a profile has earned. */
@Component
public final class AutonomyDemoteResource implements HttpResource {

    private static final int LONGEST = 500;

    private final Approvals inbox;

    @Activate
    public AutonomyDemoteResource(@Reference Approvals inbox) {
        this.inbox = inbox;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/autonomy/demote";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        HostOperator.require(call);
        Query.none(call);
        try {
            Fields fields = Fields.of(Json.body(call), Set.of("profile", "target", "action", "reason"));
            String profile = fields.text("profile", LONGEST);
            inbox.demote(
                    profile,
                    fields.text("target", LONGEST),
                    fields.text("action", LONGEST),
                    call.principal().name(),
                    fields.text("reason", LONGEST));
            return Json.reply(
                    200,
                    Map.of(
                            "earned",
                            inbox.earned(profile).stream()
                                    .map(ApprovalViews::earned)
                                    .toList()));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
