package tacit.surface.gateway.rest;

import java.util.List;
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
import tacit.api.memory.MemoryRecord;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists the newest memories of the archive that are in sight, or those of one run. */
@Component
public final class ArchiveResource implements HttpResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final ArchiveMemory archive;

    @Activate
    public ArchiveResource(@Reference ArchiveMemory archive) {
        this.archive = archive;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/archive";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "taskId", "limit", "userId", "audience");
        Viewer viewer = Viewer.of(call, query);
        String taskId = query.text("taskId");
        int limit = (int) query.whole("limit", USUAL, 1, MOST);
        List<MemoryRecord> found = taskId == null
                ? archive.recent(viewer.scope(), viewer.audience(), limit)
                : archive.byTask(viewer.scope(), viewer.audience(), taskId, limit);
        return Json.reply(
                200, Map.of("rows", found.stream().map(MemoryViews::memory).toList()));
    }
}
