package tacit.surface.gateway.rest.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.RecordedBatches;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Leads an experiment on; each act is in the audit log before its effect. A run goes on after the answer. */
@Component
public final class ExperimentActResource implements HttpResource {

    private static final Set<String> ACTS =
            Set.of("run", "approve", "canary", "promote", "watch", "reject", "rollback");

    private final Experiments experiments;
    private final RecordedBatches batches;
    private final LongWork work;

    @Activate
    public ExperimentActResource(
            @Reference Experiments experiments, @Reference RecordedBatches batches, @Reference LongWork work) {
        this.experiments = experiments;
        this.batches = batches;
        this.work = work;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/experiments/{id}/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String act = Paths.parameter(call, "act");
        if (!ACTS.contains(act)) {
            throw new HttpProblem(
                    404,
                    "An experiment knows "
                            + String.join(", ", ACTS.stream().sorted().toList()));
        }
        Principal by = call.principal();
        Experiment experiment = ExperimentResource.found(experiments, by.scope(), Paths.parameter(call, "id"));
        try {
            JsonNode body = call.body().length == 0 ? JsonNodeFactory.instance.objectNode() : Json.body(call);
            return act.equals("run")
                    ? run(by, experiment, body)
                    : Json.reply(200, ProofViews.experiment(done(by, experiment, act, body)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }

    private Experiment done(Principal by, Experiment experiment, String act, JsonNode body) {
        Fields fields = Fields.of(body, act.equals("canary") ? Set.of("reason", "share") : Set.of("reason"));
        String given = fields.optionalText("reason", 2_000);
        String reason = given == null ? "asked for over HTTP" : given;
        String id = experiment.id();
        String name = by.name();
        return switch (act) {
            case "approve" -> experiments.approve(by.scope(), id, name, reason);
            case "canary" -> experiments.canary(by.scope(), id, share(fields), name, reason);
            case "promote" -> experiments.promote(by.scope(), id, name, reason);
            case "watch" -> experiments.follow(by.scope(), id);
            case "reject" -> experiments.reject(by.scope(), id, name, reason);
            default -> experiments.rollBack(by.scope(), id, name, reason);
        };
    }

    private static double share(Fields fields) {
        Double share = fields.optionalReal("share");
        return share == null ? 0.1 : share;
    }

    /** What can be refused at once is; the rest is seen in the experiment. */
    private Reply run(Principal by, Experiment experiment, JsonNode body) {
        Fields fields = Fields.of(body, Set.of("baseline", "candidate"));
        String baseline = fields.optionalText("baseline", 400);
        String candidate = fields.optionalText("candidate", 400);
        if ((baseline == null) != (candidate == null)) {
            throw new IllegalArgumentException("baseline and candidate must be given together, or neither");
        }
        if (!experiment.state().next().contains(ExperimentState.RUNNING)) {
            throw new IllegalStateException("Cannot run experiment " + experiment.id() + ": it is "
                    + experiment.state().name().toLowerCase(Locale.ROOT));
        }
        @Nullable
        Evaluator evaluator =
                baseline == null || candidate == null ? null : batches.over(experiment, baseline, candidate);
        work.begin("experiment " + experiment.id(), () -> run(by, experiment.id(), evaluator));
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("id", experiment.id());
        where.put("see", "/v1/experiments/" + experiment.id());
        return Json.reply(202, where);
    }

    private void run(Principal by, String id, @Nullable Evaluator evaluator) {
        if (evaluator == null) {
            experiments.run(by.scope(), id, by.name());
        } else {
            experiments.run(by.scope(), id, by.name(), evaluator);
        }
    }
}
