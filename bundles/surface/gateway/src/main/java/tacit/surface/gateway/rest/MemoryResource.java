package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Answers one memory with what it said before. */
@Component
public final class MemoryResource implements HttpResource {

    private final MemoryStore memories;

    @Activate
    public MemoryResource(@Reference MemoryStore memories) {
        this.memories = memories;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/records/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Scope scope = call.principal().scope();
        String id = Paths.parameter(call, "id");
        Map<String, Object> fields = memories.find(scope, id)
                .map(MemoryViews::memory)
                .orElseThrow(() -> new HttpProblem(404, "No such memory in the token's scope"));
        fields.put(
                "history",
                memories.history(scope, id).stream().map(MemoryViews::memory).toList());
        return Json.reply(200, fields);
    }
}
