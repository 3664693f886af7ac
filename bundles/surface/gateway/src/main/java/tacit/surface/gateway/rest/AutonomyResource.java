package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.autonomy.Approvals;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows what profiles have earned, and of one what it may do by itself. */
@Component
public final class AutonomyResource implements HttpResource {

    private final Approvals inbox;

    @Activate
    public AutonomyResource(@Reference Approvals inbox) {
        this.inbox = inbox;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/autonomy";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        HostOperator.require(call);
        String profile = Query.known(call, "profile").text("profile");
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            if (profile != null) {
                answer.put("config", ApprovalViews.config(inbox.config(profile)));
            }
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(404, "No such profile");
        }
        answer.put(
                "earned",
                inbox.earned(profile).stream().map(ApprovalViews::earned).toList());
        return Json.reply(200, answer);
    }
}
