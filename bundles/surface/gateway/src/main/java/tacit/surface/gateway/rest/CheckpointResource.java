package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.Audience;
import tacit.api.recall.Checkpoints;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Gives the last state of a run back to an agent's host. */
@Component
public final class CheckpointResource implements HttpResource {

    private final Checkpoints checkpoints;

    @Activate
    public CheckpointResource(@Reference Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/checkpoints/{taskId}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "userId", "audience");
        Scope token = call.principal().scope();
        Audience.Kind kind = query.choice("audience", Audience.Kind.class);
        String user = ContextQuestion.user(token, query.text("userId"));
        Audience audience = new Audience(kind == null ? Audience.Kind.PRIVATE : kind, user, null, null, false);
        return checkpoints
                .restore(
                        new Scope(token.workspaceId(), user),
                        audience,
                        call.pathParameters().getOrDefault("taskId", ""))
                .map(checkpoint -> Json.reply(200, CheckpointViews.of(checkpoint)))
                .orElseThrow(() -> new HttpProblem(404, "There is no checkpoint of this run"));
    }
}
