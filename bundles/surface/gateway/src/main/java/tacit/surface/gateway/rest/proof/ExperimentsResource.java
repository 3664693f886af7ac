package tacit.surface.gateway.rest.proof;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists what was proposed and what became of it. */
@Component
public final class ExperimentsResource implements HttpResource {

    private final Experiments experiments;

    @Activate
    public ExperimentsResource(@Reference Experiments experiments) {
        this.experiments = experiments;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/experiments";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "state");
        Set<ExperimentState> states = Set.copyOf(query.choices("state", ExperimentState.class));
        return Json.reply(
                200,
                Views.page(experiments.list(call.principal().scope(), states, query.page()), ProofViews::experiment));
    }
}
