package tacit.surface.gateway.rest.harness;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.generation.Generations;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows what differs from one generation to another. */
@Component
public final class GenerationDiffResource implements HttpResource {

    private final Generations generations;

    @Activate
    public GenerationDiffResource(@Reference Generations generations) {
        this.generations = generations;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/generations/diff";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "from", "to");
        long from = query.whole("from", 0, 1, Long.MAX_VALUE);
        long to = query.whole("to", 0, 1, Long.MAX_VALUE);
        if (from == 0 || to == 0) {
            throw new HttpProblem(400, "from and to must be given");
        }
        Latest.found(generations, from);
        Latest.found(generations, to);
        return Json.reply(200, HarnessViews.diff(generations.diff(from, to)));
    }
}
