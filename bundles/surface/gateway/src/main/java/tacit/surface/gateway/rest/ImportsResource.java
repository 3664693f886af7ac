package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.ArchiveUpkeep;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists imports into the archive, the last first. */
@Component
public final class ImportsResource implements HttpResource {

    private final ArchiveUpkeep upkeep;

    @Activate
    public ImportsResource(@Reference ArchiveUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/imports";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call);
        return Json.reply(200, Views.page(upkeep.imports(call.principal().scope(), query.page()), ArchiveViews::kept));
    }
}
