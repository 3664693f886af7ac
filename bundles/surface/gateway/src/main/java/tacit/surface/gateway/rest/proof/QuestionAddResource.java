package tacit.surface.gateway.rest.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayCases.Draft;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Makes a question of a recorded decision; decisions are of all workspaces. */
@Component
public final class QuestionAddResource implements HttpResource {

    private final ReplayCases cases;

    @Activate
    public QuestionAddResource(@Reference ReplayCases cases) {
        this.cases = cases;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/questions";
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
            JsonNode body = Json.body(call);
            Fields fields = Fields.of(body, Set.of("decisionId", "title", "checks", "protected", "expiresAt"));
            String decision = fields.text("decisionId", 400);
            Draft draft = new Draft(
                    decision,
                    Optional.ofNullable(fields.optionalText("title", 400)).orElse(""),
                    QuestionViews.checks(body.path("checks")),
                    ReplayCase.Origin.OPERATOR,
                    decision,
                    call.principal().name(),
                    fields.truth("protected", false),
                    fields.optionalTime("expiresAt"));
            Scope scope = call.principal().scope();
            return Json.reply(201, QuestionViews.question(cases.add(scope, draft), Optional.empty()));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
