package tacit.surface.conversations;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Removes a conversation with its messages; the audit log says so first, by its id. */
@Component
public final class ConversationDeleteResource implements HttpResource {

    private final SqlConversations conversations;
    private final AuditLog audit;

    @Activate
    public ConversationDeleteResource(@Reference SqlConversations conversations, @Reference AuditLog audit) {
        this.conversations = conversations;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/v1/conversations/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Owner.known(call, Set.of("userId"));
        Owner owner = Owner.of(call);
        String id = ConversationId.of(call);
        if (conversations.find(owner, id).isEmpty()) {
            throw new HttpProblem(404, "There is no such conversation");
        }
        audit.write(call.principal().name(), "conversation.delete", id, Map.of("userId", owner.userId()));
        return Json.reply(200, Map.of("id", id, "deleted", conversations.delete(owner, id)));
    }
}
