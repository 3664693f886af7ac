package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.ArchiveMemory;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows what the archive of the workspace keeps. */
@Component
public final class ArchiveSettingsResource implements HttpResource {

    private final ArchiveMemory archive;

    @Activate
    public ArchiveSettingsResource(@Reference ArchiveMemory archive) {
        this.archive = archive;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/settings";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        return Json.reply(
                200,
                ArchiveViews.settings(archive.settings(call.principal().scope().workspaceId())));
    }
}
