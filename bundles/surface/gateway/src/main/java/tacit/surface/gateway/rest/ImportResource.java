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
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Shows one import, with the memories that it brought. */
@Component
public final class ImportResource implements HttpResource {

    private final ArchiveUpkeep upkeep;

    @Activate
    public ImportResource(@Reference ArchiveUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/imports/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call);
        Scope scope = call.principal().scope();
        String id = Paths.parameter(call, "id");
        Map<String, Object> fields = upkeep.findImport(scope, id)
                .map(ArchiveViews::kept)
                .orElseThrow(() -> new HttpProblem(404, "No such import in the token's scope"));
        fields.put("entries", Views.page(upkeep.imported(scope, id, query.page()), MemoryViews::memory));
        return Json.reply(200, fields);
    }
}
