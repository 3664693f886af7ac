package tacit.surface.gateway.rest;

import java.util.List;
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
import tacit.api.memory.ArchiveObservations;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows one observation, with what was captured shortly before and after it. */
@Component
public final class ObservationResource implements HttpResource {

    private static final int USUAL = 5;
    private static final int MOST = 20;

    private final ArchiveObservations observations;

    @Activate
    public ObservationResource(@Reference ArchiveObservations observations) {
        this.observations = observations;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/observations/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "window", "userId", "audience");
        Viewer viewer = Viewer.of(call, query);
        int window = (int) query.whole("window", USUAL, 1, MOST);
        String id = Paths.parameter(call, "id");
        Map<String, Object> fields = observations.details(viewer.scope(), viewer.audience(), List.of(id)).stream()
                .findFirst()
                .map(ArchiveViews::observation)
                .orElseThrow(() -> new HttpProblem(404, "No such observation in the token's scope"));
        fields.put(
                "timeline",
                observations.timeline(viewer.scope(), viewer.audience(), id, window).stream()
                        .map(ArchiveViews::observation)
                        .toList());
        return Json.reply(200, fields);
    }
}
