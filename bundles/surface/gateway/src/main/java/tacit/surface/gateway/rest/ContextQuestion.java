package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Arms;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.LayerRequest;
import tacit.api.model.ModelPurpose;
import tacit.api.model.ModelQuestion;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/**
 * What an agent asks for before a task. Immutable.
 *
 * @param request for the memory
 * @param budget in tokens
 * @param retains whether memory takes part at all
 * @param unit who asks, where traffic is split; null when nothing was said
 * @param model which model the agent should use
 */
record ContextQuestion(
        ContextRequest request,
        int budget,
        boolean retains,
        @Nullable String unit,
        ModelQuestion model) {

    static final int DEFAULT_BUDGET = 2_000;

    private static final int FRAGMENTS_OF_A_SOURCE = 50;
    private static final int MAX_TASK = 100_000;
    private static final int MAX_ID = 400;
    private static final Set<String> FIELDS = Set.of(
            "task",
            "agent",
            "sessionId",
            "profileId",
            "workspaceId",
            "userId",
            "channel",
            "audience",
            "role",
            "subAgent",
            "retainMemory",
            "budgetTokens",
            "retry",
            "taskKey",
            "model");

    static ContextQuestion of(Call call, Instant now) {
        Scope scope = call.principal().scope();
        try {
            Fields fields = Fields.of(Json.body(call), FIELDS);
            String task = fields.text("task", MAX_TASK);
            String agent = fields.optionalText("agent", MAX_ID);
            String session = fields.optionalText("sessionId", MAX_ID);
            String profile = fields.optionalText("profileId", MAX_ID);
            refuseOther(scope, fields.optionalText("workspaceId", MAX_ID));
            Audience.Kind kind = fields.optionalChoice("audience", Audience.Kind.class);
            boolean subAgent = flag(fields, "subAgent").orElse(false);
            Audience audience = new Audience(
                    kind == null ? Audience.Kind.PRIVATE : kind,
                    user(scope, fields.optionalText("userId", MAX_ID)),
                    fields.optionalText("channel", MAX_ID),
                    fields.optionalText("role", MAX_ID),
                    subAgent);
            return new ContextQuestion(
                    new ContextRequest(
                            scope.workspaceId(), task, audience, now, FRAGMENTS_OF_A_SOURCE, Attempts.within(fields)),
                    fields.whole("budgetTokens", DEFAULT_BUDGET, 1, LayerRequest.MOST_TOKENS),
                    retains(subAgent, flag(fields, "retainMemory")),
                    Arms.unit(profile, audience.userId(), session),
                    new ModelQuestion(
                            subAgent ? ModelPurpose.SUBAGENT : ModelPurpose.AGENT,
                            agent,
                            audience.channel(),
                            fields.optionalText("taskKey", MAX_ID),
                            fields.optionalText("model", MAX_ID)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    // An agent that works elsewhere than it believes is told so, and not given another workspace's memory
    private static void refuseOther(Scope scope, @Nullable String workspaceId) {
        if (workspaceId != null && !workspaceId.equals(scope.workspaceId())) {
            throw new HttpProblem(403, "This token is of another workspace than workspaceId names");
        }
    }

    /** Whose memory is asked for; a token of one user asks for no other one's. */
    static @Nullable String user(Scope scope, @Nullable String named) {
        if (scope.userId() == null) {
            return named;
        }
        if (named != null && !named.equals(scope.userId())) {
            throw new HttpProblem(403, "This token is of another user than userId names");
        }
        return scope.userId();
    }

    /** An agent that works for another one gets memory only where that is asked for. */
    static boolean retains(boolean subAgent, Optional<Boolean> wanted) {
        return wanted.orElse(!subAgent);
    }

    private static Optional<Boolean> flag(Fields fields, String name) {
        JsonNode value = fields.node().get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false");
        }
        return Optional.of(value.booleanValue());
    }
}
