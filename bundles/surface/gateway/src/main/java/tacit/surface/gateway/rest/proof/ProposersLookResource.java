package tacit.surface.gateway.rest.proof;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.experiment.Proposers;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Has all proposers look now; they go on after the answer. */
@Component
public final class ProposersLookResource implements HttpResource {

    private final Proposers proposers;
    private final LongWork work;

    @Activate
    public ProposersLookResource(@Reference Proposers proposers, @Reference LongWork work) {
        this.proposers = proposers;
        this.work = work;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/proposers/look";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Principal by = call.principal();
        if (by.scope().user().isPresent()) {
            throw new HttpProblem(403, "Proposals concern everybody: the token is one user's");
        }
        work.begin(
                "a look of the proposers in " + by.scope().workspaceId(), () -> proposers.look(by.scope(), by.name()));
        return Json.reply(202, Map.of("see", "/v1/proposers"));
    }
}
