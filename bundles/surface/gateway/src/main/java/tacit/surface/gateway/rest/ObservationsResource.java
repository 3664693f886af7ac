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
import tacit.api.memory.ArchiveObservations;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.ObservationQuery;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Searches what the archive took apart, or lists the newest of it. */
@Component
public final class ObservationsResource implements HttpResource {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final ArchiveObservations observations;

    @Activate
    public ObservationsResource(@Reference ArchiveObservations observations) {
        this.observations = observations;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/observations";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "query", "types", "origins", "privacy", "from", "until", "userId", "audience");
        Viewer viewer = Viewer.of(call, query);
        String words = query.text("query");
        ObservationQuery wanted = new ObservationQuery(
                viewer.audience(),
                words == null ? "" : words,
                query.choices("types", ArchiveType.class),
                query.choices("origins", ArchiveOrigin.class),
                query.choices("privacy", ArchivePrivacy.class),
                query.time("from"),
                query.time("until"),
                (int) query.whole("offset", 0, 0, Integer.MAX_VALUE),
                (int) query.whole("limit", USUAL, 1, MOST));
        return Json.reply(
                200,
                Map.of(
                        "rows",
                        observations.search(viewer.scope(), wanted).stream()
                                .map(ArchiveViews::observation)
                                .toList()));
    }
}
