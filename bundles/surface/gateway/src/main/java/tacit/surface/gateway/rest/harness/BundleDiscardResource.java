package tacit.surface.gateway.rest.harness;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.generation.Staging;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Throws a candidate away that does not decide. */
@Component
public final class BundleDiscardResource implements HttpResource {

    private final Staging staging;

    @Activate
    public BundleDiscardResource(@Reference Staging staging) {
        this.staging = staging;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/bundles/{sha256}/discard";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        HostOperator.require(call);
        String sha256 = Paths.parameter(call, "sha256");
        if (staging.candidates().stream().noneMatch(one -> one.sha256().equals(sha256))) {
            throw new HttpProblem(404, "There is no such candidate");
        }
        try {
            return Json.reply(
                    200,
                    Map.of("discarded", staging.discard(sha256, call.principal().name())));
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }
}
