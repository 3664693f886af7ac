package tacit.surface.gateway.rest.proof;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiments;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows one experiment: both arms, the verdict, its history, and what live runs say of it. */
@Component
public final class ExperimentResource implements HttpResource {

    private final Experiments experiments;

    @Activate
    public ExperimentResource(@Reference Experiments experiments) {
        this.experiments = experiments;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/experiments/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Scope scope = call.principal().scope();
        Experiment experiment = found(experiments, scope, Paths.parameter(call, "id"));
        Map<String, Object> fields = ProofViews.experiment(experiment);
        fields.put(
                "history",
                experiments.history(scope, experiment.id()).stream()
                        .map(ProofViews::step)
                        .toList());
        fields.put(
                "live",
                experiments.comparisons(scope, experiment.id()).stream()
                        .map(ProofViews::comparison)
                        .toList());
        return Json.reply(200, fields);
    }

    static Experiment found(Experiments experiments, Scope scope, String id) {
        return experiments
                .find(scope, id)
                .orElseThrow(() -> new HttpProblem(404, "No such experiment in the token's scope"));
    }
}
