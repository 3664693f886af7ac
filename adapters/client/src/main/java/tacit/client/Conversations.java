package tacit.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The conversations that Tacit keeps for an agent, those of one user or those of no user. A message is a JSON object with a
 * {@code role} of lower case letters; secrets in it are replaced before it is stored. Thread-safe.
 */
public final class Conversations {

    private static final String PATH = "/v1/conversations";
    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 1_000;
    private static final int NOT_FOUND = 404;

    private final Wire wire;
    private final Supplier<URI> api;
    private final Guarded guarded;
    private final @Nullable String userId;

    Conversations(Wire wire, Supplier<URI> api, Guarded guarded, @Nullable String userId) {
        this.wire = wire;
        this.api = api;
        this.guarded = guarded;
        this.userId = userId;
    }

    /** The ids of all conversations, those begun last first. */
    public List<String> ids() {
        return guarded.call("conversations", List.of(), () -> {
            Set<String> ids = new LinkedHashSet<>();
            Map<String, Object> page;
            int pages = 0;
            do {
                page = wire.send("GET", uri(PATH, "limit=" + PAGE + "&offset=" + (long) pages * PAGE), null);
                Fields.objects(page, "rows")
                        .forEach(row -> ids.add(ConversationNames.id(Fields.textOr(row, "id", ""))));
                pages++;
            } while (Boolean.TRUE.equals(page.get("hasMore")) && pages < MOST_PAGES);
            return List.copyOf(ids);
        });
    }

    /** The messages of a conversation in order; empty for one that is not known. */
    public List<Map<String, Object>> messages(String id) {
        return guarded.call("conversation", List.of(), () -> {
            try {
                return Fields.objects(wire.send("GET", of(id), null), "messages");
            } catch (TacitException e) {
                return nothing(e, List.of());
            }
        });
    }

    /** Makes these the messages of a conversation, whatever it held before; whether they are kept. */
    public boolean replace(String id, List<Map<String, Object>> messages) {
        List<Map<String, Object>> copy = new ArrayList<>(messages);
        return guarded.call("conversation", false, () -> {
            wire.send("PUT", of(id), Json.write(Map.of("messages", copy)));
            return true;
        });
    }

    /** Removes a conversation; whether it is gone. One that is not known is. */
    public boolean delete(String id) {
        return guarded.call("conversation", false, () -> {
            try {
                wire.send("DELETE", of(id), null);
                return true;
            } catch (TacitException e) {
                return nothing(e, true);
            }
        });
    }

    private static <T> T nothing(TacitException e, T answer) {
        if (e.status() == NOT_FOUND) {
            return answer;
        }
        throw e;
    }

    private URI of(String id) {
        return uri(PATH + "/" + ConversationNames.name(id), "");
    }

    private URI uri(String path, String query) {
        String user = userId == null ? "" : "userId=" + URLEncoder.encode(userId, StandardCharsets.UTF_8);
        String both = query.isEmpty() || user.isEmpty() ? query + user : query + "&" + user;
        return api.get().resolve(both.isEmpty() ? path : path + "?" + both);
    }
}
