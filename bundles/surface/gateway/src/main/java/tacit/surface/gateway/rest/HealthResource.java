package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;

/** Says that the process answers. */
@Component
public final class HealthResource implements HttpResource {

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/healthz";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public Reply handle(Call call) {
        return Json.reply(200, Map.of("status", "up"));
    }
}
