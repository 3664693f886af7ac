package tacit.surface.gateway.rest.harness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.harness.Harness;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows who fills each role now, and how its calls go. */
@Component
public final class RolesResource implements HttpResource {

    private final Harness harness;

    @Activate
    public RolesResource(@Reference Harness harness) {
        this.harness = harness;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/roles";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("roles", harness.roles().stream().map(HarnessViews::role).toList());
        fields.put("alarms", harness.alarms());
        return Json.reply(200, fields);
    }
}
