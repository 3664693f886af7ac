package tacit.surface.gateway.rest.proof;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Says whether a question counts: use, quarantine, retire. */
@Component
public final class QuestionReviewResource implements HttpResource {

    private static final Map<String, State> ACTS =
            Map.of("use", State.ACTIVE, "quarantine", State.QUARANTINED, "retire", State.RETIRED);

    private final ReplayCases cases;

    @Activate
    public QuestionReviewResource(@Reference ReplayCases cases) {
        this.cases = cases;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/questions/{id}/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        State state = ACTS.get(Paths.parameter(call, "act"));
        if (state == null) {
            throw new HttpProblem(404, "A question knows use, quarantine and retire");
        }
        Scope scope = call.principal().scope();
        ReplayCase known = QuestionResource.found(cases, scope, Paths.parameter(call, "id"));
        try {
            String reason = Fields.of(Json.body(call), Set.of("reason")).text("reason", 2_000);
            ReplayCase reviewed =
                    cases.review(scope, known.id(), state, call.principal().name(), reason);
            return Json.reply(200, QuestionViews.question(reviewed, cases.failing(scope, known.id())));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }
}
