package tacit.surface.conversations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.ingest.Redactor;

/** Makes the messages of a body those of a conversation, whatever it held before. */
@Component
public final class ConversationSaveResource implements HttpResource {

    private static final long MOST_BYTES = 8 << 20;

    private final SqlConversations conversations;
    private final Redactor redactor;

    @Activate
    public ConversationSaveResource(@Reference SqlConversations conversations, @Reference Redactor redactor) {
        this.conversations = conversations;
        this.redactor = redactor;
    }

    @Override
    public long maxBodyBytes() {
        return MOST_BYTES;
    }

    @Override
    public String method() {
        return "PUT";
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
        CleanMessages clean = new CleanMessages(redactor);
        try {
            List<String> messages = clean.of(Json.body(call), conversations.mostMessages());
            return reply(conversations.replace(owner, id, messages), clean.redacted());
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, String.valueOf(e.getMessage()));
        } catch (SqlConversations.Full e) {
            throw new HttpProblem(409, "There are as many conversations as may be; delete one first");
        }
    }

    private static Reply reply(Conversation conversation, int redacted) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", conversation.id());
        view.put("messages", conversation.messages().size());
        view.put("redacted", redacted);
        view.put("updatedAt", conversation.updatedAt().toString());
        return Json.reply(200, view);
    }
}
