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
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Lists the conversations of an owner, those begun last first. */
@Component
public final class ConversationsResource implements HttpResource {

    private static final int USUAL = 50;

    private final SqlConversations conversations;

    @Activate
    public ConversationsResource(@Reference SqlConversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/conversations";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Owner.known(call, Set.of("userId", "limit", "offset"));
        Page<Conversation.Summary> page =
                conversations.list(Owner.of(call), page(whole(call, "offset", 0), whole(call, "limit", USUAL)));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("rows", page.rows().stream().map(ConversationsResource::view).toList());
        view.put("offset", page.offset());
        view.put("total", page.total());
        view.put("hasMore", page.hasMore());
        return Json.reply(200, view);
    }

    private static Map<String, Object> view(Conversation.Summary summary) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", summary.id());
        view.put("messages", summary.messages());
        view.put("createdAt", summary.createdAt().toString());
        view.put("updatedAt", summary.updatedAt().toString());
        return view;
    }

    private static PageRequest page(long offset, long limit) {
        try {
            return new PageRequest(offset, (int) limit);
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, String.valueOf(e.getMessage()));
        }
    }

    private static long whole(Call call, String name, int usual) {
        String text = call.parameter(name).orElse(String.valueOf(usual));
        if (!text.matches("[0-9]{1,9}")) {
            throw new HttpProblem(400, name + " must be a whole number");
        }
        return Long.parseLong(text);
    }
}
