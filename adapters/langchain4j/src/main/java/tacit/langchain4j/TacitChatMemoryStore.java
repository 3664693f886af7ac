package tacit.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.client.Conversations;
import tacit.client.Json;
import tacit.client.TacitClient;

/**
 * Keeps the chat memories of LangChain4j in Tacit, those of one user or those of no user; the id of a memory is taken by its text.
 * Thread-safe.
 *
 * <p>Messages are written by LangChain4j's own serializer and come back as they were, but secrets, which Tacit replaces. Where Tacit
 * cannot be asked a client that fails open answers with nothing and tells its listener.
 */
public final class TacitChatMemoryStore implements ChatMemoryStore {

    private static final String FORM = "langchain4j";

    private final Conversations conversations;

    /** Of the user of the client's token, or of no user where the token names none. */
    public TacitChatMemoryStore(TacitClient client) {
        this(client, null);
    }

    /** Of one user; null for {@linkplain #TacitChatMemoryStore(TacitClient) none in particular}. */
    public TacitChatMemoryStore(TacitClient client, @Nullable String userId) {
        this.conversations = client.conversations(userId);
    }

    @Override
    public List<ChatMessage> getMessages(Object memoryId) {
        return conversations.messages(memoryId.toString()).stream()
                .map(TacitChatMemoryStore::message)
                .toList();
    }

    /** Replaces all messages of the memory. */
    @Override
    public void updateMessages(Object memoryId, List<ChatMessage> messages) {
        conversations.replace(
                memoryId.toString(),
                messages.stream().map(TacitChatMemoryStore::json).toList());
    }

    @Override
    public void deleteMessages(Object memoryId) {
        conversations.delete(memoryId.toString());
    }

    private static Map<String, Object> json(ChatMessage message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("role", Roles.of(message));
        json.put("form", FORM);
        json.put("body", Json.parseObject(ChatMessageSerializer.messageToJson(message)));
        return json;
    }

    private static ChatMessage message(Map<String, Object> json) {
        if (!FORM.equals(json.get("form"))) {
            throw new IllegalStateException(
                    "The conversation was kept by '" + json.get("form") + "' and not by LangChain4j");
        }
        return ChatMessageDeserializer.messageFromJson(Json.write(json.get("body")));
    }
}
