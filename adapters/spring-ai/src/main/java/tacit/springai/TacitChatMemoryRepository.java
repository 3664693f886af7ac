package tacit.springai;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.memory.ChatMemoryRepository;
import org.springframework.ai.chat.messages.Message;
import tacit.client.Conversations;
import tacit.client.TacitClient;

/**
 * Keeps the conversations of Spring AI in Tacit, those of one user or those of no user. Thread-safe.
 *
 * <p>Order, roles, tool calls, tool responses, media and metadata come back as they were, but secrets, which Tacit replaces, and
 * metadata that JSON does not know, which comes back as its text; whole numbers come back as {@code Integer} where they fit, others as
 * {@code Double}. Where Tacit cannot be asked a client that fails open answers with nothing and tells its listener.
 */
public final class TacitChatMemoryRepository implements ChatMemoryRepository {

    private final Conversations conversations;

    /** Of the user of the client's token, or of no user where the token names none. */
    public TacitChatMemoryRepository(TacitClient client) {
        this(client, null);
    }

    /** Of one user; null for {@linkplain #TacitChatMemoryRepository(TacitClient) none in particular}. */
    public TacitChatMemoryRepository(TacitClient client, @Nullable String userId) {
        this.conversations = client.conversations(userId);
    }

    @Override
    public List<String> findConversationIds() {
        return conversations.ids();
    }

    @Override
    public List<Message> findByConversationId(String conversationId) {
        return conversations.messages(named(conversationId)).stream()
                .map(MessageJson::message)
                .toList();
    }

    /**
     * Replaces all messages of the conversation.
     *
     * @throws IllegalArgumentException for media that are neither bytes nor an address, whether or not the client fails open
     */
    @Override
    public void saveAll(String conversationId, List<Message> messages) {
        messages.forEach(message -> Objects.requireNonNull(message, "message"));
        conversations.replace(
                named(conversationId), messages.stream().map(MessageJson::json).toList());
    }

    @Override
    public void deleteByConversationId(String conversationId) {
        conversations.delete(named(conversationId));
    }

    private static String named(String conversationId) {
        if (conversationId.isBlank()) {
            throw new IllegalArgumentException("conversationId must not be blank");
        }
        return conversationId;
    }
}
