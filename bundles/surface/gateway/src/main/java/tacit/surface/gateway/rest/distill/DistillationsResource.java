package tacit.surface.gateway.rest.distill;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryStore;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists the looks at runs that memories were learnt from. */
@Component
public final class DistillationsResource implements HttpResource {

    private static final Set<String> KINDS = Set.of("run", "round");

    private final MemoryStore memories;

    @Activate
    public DistillationsResource(@Reference MemoryStore memories) {
        this.memories = memories;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/distillations";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "kind");
        String kind = query.text("kind");
        if (kind != null && !KINDS.contains(kind)) {
            throw new HttpProblem(400, "kind must be run or round, got '" + kind + "'");
        }
        MemoryFilter looks = new MemoryFilter(
                MemoryLearning.LAYER,
                kind == null ? List.of() : List.of(kind),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                new TreeMap<>());
        return Json.reply(
                200, Views.page(memories.list(call.principal().scope(), looks, query.page()), DistillViews::look));
    }
}
