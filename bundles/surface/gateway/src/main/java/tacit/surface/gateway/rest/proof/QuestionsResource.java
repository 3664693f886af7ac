package tacit.surface.gateway.rest.proof;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists the questions that candidates are asked again. */
@Component
public final class QuestionsResource implements HttpResource {

    private final ReplayCases cases;

    @Activate
    public QuestionsResource(@Reference ReplayCases cases) {
        this.cases = cases;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/questions";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "role");
        Scope scope = call.principal().scope();
        String role = Optional.ofNullable(query.text("role")).orElse("");
        return Json.reply(
                200,
                Views.page(
                        cases.list(scope, role, query.page()),
                        one -> QuestionViews.question(one, cases.failing(scope, one.id()))));
    }
}
