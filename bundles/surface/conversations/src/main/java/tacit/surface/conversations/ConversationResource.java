package tacit.surface.conversations;

import java.util.LinkedHashMap;
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

/** Gives a conversation back, its messages in order. */
@Component
public final class ConversationResource implements HttpResource {

    private final SqlConversations conversations;

    @Activate
    public ConversationResource(@Reference SqlConversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public String method() {
        return "GET";
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
        return conversations
                .find(Owner.of(call), ConversationId.of(call))
                .map(conversation -> Json.reply(200, view(conversation)))
                .orElseThrow(() -> new HttpProblem(404, "There is no such conversation"));
    }

    private static Map<String, Object> view(Conversation conversation) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", conversation.id());
        view.put("updatedAt", conversation.updatedAt().toString());
        view.put("messages", conversation.messages().stream().map(Json::parsed).toList());
        return view;
    }
}
