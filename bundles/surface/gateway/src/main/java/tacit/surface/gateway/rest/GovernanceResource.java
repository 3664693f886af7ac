package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.Settings;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows which switches and bounds rule what is adapted. */
@Component
public final class GovernanceResource implements HttpResource {

    private final Settings settings;

    @Activate
    public GovernanceResource(@Reference Settings settings) {
        this.settings = settings;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/governance";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        HostOperator.require(call);
        Query.none(call);
        return Json.reply(
                200,
                Map.of(
                        "switches",
                        settings.governance().stream()
                                .map(SettingViews::governed)
                                .toList()));
    }
}
