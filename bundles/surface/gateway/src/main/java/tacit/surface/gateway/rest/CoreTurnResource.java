package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Turns the core, or one of its stages, on or off. */
@Component
public final class CoreTurnResource implements HttpResource {

    private final CoreSwitches switches;

    @Activate
    public CoreTurnResource(@Reference CoreSwitches switches) {
        this.switches = switches;
    }

    @Override
    public String method() {
        return "PUT";
    }

    @Override
    public String path() {
        return "/v1/core";
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
            Fields fields = Fields.of(Json.body(call), Set.of("stage", "on", "reason"));
            if (!fields.node().has("on")) {
                throw new IllegalArgumentException("on must be true or false");
            }
            String stage = fields.text("stage", 64);
            String reason = fields.optionalText("reason", 1_000);
            switches.turn(
                    stage.equals("all") ? null : Fields.choice("stage", stage, CoreStage.class),
                    fields.truth("on", false),
                    call.principal().name(),
                    reason == null ? "" : reason);
            return Json.reply(
                    200,
                    Map.of(
                            "stages",
                            switches.status().stream()
                                    .map(status -> AutomationViews.stage(status, true))
                                    .toList()));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
