package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.recall.RecallTools;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists the tools by which agents look into the memory. */
@Component
public final class MemoryToolsResource implements HttpResource {

    private final RecallTools tools;

    @Activate
    public MemoryToolsResource(@Reference RecallTools tools) {
        this.tools = tools;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/tools";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        return Json.reply(
                200, Map.of("tools", tools.list().stream().map(RecallViews::of).toList()));
    }
}
