package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveStats;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Counts the archive of the scope. */
@Component
public final class MemoryStatsResource implements HttpResource {

    private final ArchiveMemory archive;

    @Activate
    public MemoryStatsResource(@Reference ArchiveMemory archive) {
        this.archive = archive;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/stats";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        ArchiveStats stats = archive.stats(call.principal().scope());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("memories", stats.count());
        fields.put("putAside", stats.putAside());
        fields.put("characters", stats.characters());
        fields.put("tokens", stats.tokens());
        fields.put("storedTokens", stats.storedTokens());
        fields.put("compressed", stats.compressed());
        fields.put("ratio", stats.ratio());
        return Json.reply(200, fields);
    }
}
