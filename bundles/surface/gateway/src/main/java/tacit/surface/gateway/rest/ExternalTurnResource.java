package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.ExternalMemories;
import tacit.api.memory.ExternalTurn;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Takes what a turn, or a whole session, of an agent leaves for the memories outside. */
@Component
public final class ExternalTurnResource implements HttpResource {

    /** They are sent one by one while the caller waits. */
    private static final int MOST = 10;

    private static final int LONGEST = 10_000;
    private static final int LONGEST_ID = 400;

    private final ExternalMemories memories;

    @Activate
    public ExternalTurnResource(@Reference ExternalMemories memories) {
        this.memories = memories;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/external/{what}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String what = Paths.parameter(call, "what");
        if (!Set.of("turn", "session").contains(what)) {
            throw new HttpProblem(404, "Memories outside take a turn or a session");
        }
        try {
            int sent = what.equals("turn") ? memories.syncTurn(turn(call)) : memories.extractSession(session(call));
            return Json.reply(200, Map.of("sent", sent));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private static ExternalTurn turn(Call call) {
        Fields fields = Fields.of(Json.body(call), Set.of("userId", "taskId", "sessionId", "memories"));
        return turn(call, fields, fields.texts("memories", MOST, LONGEST));
    }

    private static ExternalTurn session(Call call) {
        Fields fields = Fields.of(Json.body(call), Set.of("userId", "taskId", "sessionId", "summary"));
        return turn(call, fields, List.of(fields.text("summary", LONGEST)));
    }

    private static ExternalTurn turn(Call call, Fields fields, List<String> texts) {
        @Nullable
        String user = ContextQuestion.user(call.principal().scope(), fields.optionalText("userId", LONGEST_ID));
        return new ExternalTurn(
                call.principal().scope().workspaceId(),
                user,
                fields.optionalText("taskId", LONGEST_ID),
                fields.optionalText("sessionId", LONGEST_ID),
                texts);
    }
}
