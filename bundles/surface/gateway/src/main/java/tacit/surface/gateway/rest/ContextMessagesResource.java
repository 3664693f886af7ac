package tacit.surface.gateway.rest;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.recall.DurableContext;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Keeps messages of a run for an agent's host. */
@Component
public final class ContextMessagesResource implements HttpResource {

    private final DurableContext context;
    private final RunEvidence evidence;

    @Activate
    public ContextMessagesResource(@Reference DurableContext context, @Reference RunEvidence evidence) {
        this.context = context;
        this.evidence = evidence;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/context";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public long maxBodyBytes() {
        return SessionMessages.MOST_BYTES;
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        ContextPart part = ContextPart.of(call, context, evidence, Set.of());
        try {
            return Json.reply(200, ContextPart.view(context.record(part.recording())));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
