package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.Evolution;
import tacit.api.adapt.EvolutionMetricsService;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows what was kept of each day of how well learning went. */
@Component
public final class MetricsHistoryResource implements HttpResource {

    private final Evolution evolution;

    @Activate
    public MetricsHistoryResource(@Reference Evolution evolution) {
        this.evolution = evolution;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/metrics/history";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        int limit = (int) Query.known(call, "limit").whole("limit", 30, 1, EvolutionMetricsService.MOST);
        try {
            return Json.reply(
                    200,
                    Map.of(
                            "snapshots",
                            evolution.history(call.principal().scope(), limit).stream()
                                    .map(EvolutionViews::snapshot)
                                    .toList()));
        } catch (IllegalStateException e) {
            throw new HttpProblem(503, "Nothing measures how learning goes now");
        }
    }
}
