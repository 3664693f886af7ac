package tacit.surface.gateway.rest.proof;

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
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Shows one question with how it went and who reviewed it. */
@Component
public final class QuestionResource implements HttpResource {

    private final ReplayCases cases;

    @Activate
    public QuestionResource(@Reference ReplayCases cases) {
        this.cases = cases;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/questions/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call);
        Scope scope = call.principal().scope();
        ReplayCase known = found(cases, scope, Paths.parameter(call, "id"));
        Map<String, Object> fields = QuestionViews.question(known, cases.failing(scope, known.id()));
        fields.put("method", known.situation().method());
        fields.put("askedAt", known.situation().clock().toString());
        fields.put("inputs", known.situation().inputs());
        fields.put("runs", Views.page(cases.runs(scope, known.id(), query.page()), QuestionViews::run));
        fields.put(
                "reviews",
                cases.reviews(scope, known.id()).stream()
                        .map(QuestionViews::review)
                        .toList());
        return Json.reply(200, fields);
    }

    static ReplayCase found(ReplayCases cases, Scope scope, String id) {
        return cases.find(scope, id).orElseThrow(() -> new HttpProblem(404, "No such question in the token's scope"));
    }
}
