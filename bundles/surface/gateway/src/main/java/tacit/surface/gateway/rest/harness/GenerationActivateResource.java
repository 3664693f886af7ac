package tacit.surface.gateway.rest.harness;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.Generations;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Makes and activates a new generation; a refusal changes nothing and says why. */
@Component
public final class GenerationActivateResource implements HttpResource {

    private final Generations generations;

    @Activate
    public GenerationActivateResource(@Reference Generations generations) {
        this.generations = generations;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/generations";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        HostOperator.require(call);
        try {
            return answer(generations.activate(WantedActivation.of(call, generations)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    /** A change that did not come to be is a conflict, and the steps say where it ended. */
    static Reply answer(ActivationReport report) {
        if (report.succeeded()) {
            return Json.reply(200, HarnessViews.report(report));
        }
        throw new HttpProblem(
                409,
                report.failure()
                                .map(step ->
                                        Views.word(step.step()) + " of " + step.subject() + " failed: " + step.detail())
                                .orElse("It failed")
                        + "; generation " + report.active() + " is active");
    }
}
