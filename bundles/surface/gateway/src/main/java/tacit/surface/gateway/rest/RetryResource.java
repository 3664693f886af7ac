package tacit.surface.gateway.rest;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.recall.RetryAdvice;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Answers what an agent that tries again has to know. */
@Component
public final class RetryResource implements HttpResource {

    private static final int MAX_TASK = 100_000;
    private static final int CHARACTERS_OF_A_TOKEN = 4;

    private final RetryAdvice advice;
    private final Clock clock;

    @Activate
    public RetryResource(@Reference RetryAdvice advice, @Reference Clock clock) {
        this.advice = advice;
        this.clock = clock;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/recall/retry";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String text = text(call);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("text", text);
        view.put("tokens", (text.length() + CHARACTERS_OF_A_TOKEN - 1) / CHARACTERS_OF_A_TOKEN);
        return Json.reply(200, view);
    }

    private String text(Call call) {
        try {
            Set<String> known = RecallQuestions.with(Attempts.FIELDS);
            known.add("task");
            Fields fields = Fields.of(Json.body(call), known);
            Audience audience = RecallQuestions.audience(call, fields);
            Scope scope = RecallQuestions.scope(call, audience);
            ContextRequest request = new ContextRequest(
                    scope.workspaceId(), fields.text("task", MAX_TASK), audience, clock.instant(), 1);
            return advice.advice(request, Attempts.of(fields));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
