package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Answers what an agent should know before a task: an empty envelope until there is a memory to fill it. */
@Component
public final class ContextResource implements HttpResource {

    static final int DEFAULT_BUDGET = 2_000;

    private static final int MAX_BUDGET = 1_000_000;
    private static final int MAX_TASK = 100_000;
    private static final List<String> ID_FIELDS = List.of("agent", "sessionId", "userId", "channel");
    private static final Set<String> FIELDS = Set.of("task", "agent", "sessionId", "userId", "channel", "budgetTokens");

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/context";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        try {
            Fields fields = Fields.of(Json.body(call), FIELDS);
            fields.text("task", MAX_TASK);
            ID_FIELDS.forEach(name -> fields.optionalText(name, 400));
            int budget = fields.whole("budgetTokens", DEFAULT_BUDGET, 1, MAX_BUDGET);
            return Json.reply(200, empty(budget));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    // Map.of takes no null, and the generation is null until a harness takes part
    private static Map<String, @Nullable Object> empty(int budget) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("contextId", UUID.randomUUID().toString());
        envelope.put("blocks", List.of());
        envelope.put("tokens", 0);
        envelope.put("budget", budget);
        envelope.put("generation", null);
        envelope.put("explanations", List.of());
        return envelope;
    }
}
