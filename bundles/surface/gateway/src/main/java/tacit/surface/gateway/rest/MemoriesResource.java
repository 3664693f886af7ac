package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists memories, those stored last first. */
@Component
public final class MemoriesResource implements HttpResource {

    private final MemoryStore memories;

    @Activate
    public MemoriesResource(@Reference MemoryStore memories) {
        this.memories = memories;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/records";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "layer", "kind", "state");
        String kind = query.text("kind");
        MemoryFilter filter = new MemoryFilter(
                query.text("layer"),
                kind == null ? List.of() : List.of(kind),
                null,
                query.choice("state", MemoryState.class),
                List.of(),
                null,
                null,
                null,
                new TreeMap<>());
        return Json.reply(
                200, Views.page(memories.list(call.principal().scope(), filter, query.page()), MemoryViews::memory));
    }
}
