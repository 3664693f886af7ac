package tacit.surface.gateway.rest.harness;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.generation.Staging;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists the candidates that were staged. */
@Component
public final class BundlesResource implements HttpResource {

    private final Staging staging;

    @Activate
    public BundlesResource(@Reference Staging staging) {
        this.staging = staging;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/bundles";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        return Json.reply(
                200,
                Map.of(
                        "candidates",
                        staging.candidates().stream()
                                .map(HarnessViews::candidate)
                                .toList()));
    }
}
