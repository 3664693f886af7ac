package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.ArchiveObservations;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Counts what the archive took apart. */
@Component
public final class BackfillResource implements HttpResource {

    private final ArchiveObservations observations;

    @Activate
    public BackfillResource(@Reference ArchiveObservations observations) {
        this.observations = observations;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/backfill";
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
                ArchiveViews.backfill(
                        observations.backfillStatus(call.principal().scope())));
    }
}
