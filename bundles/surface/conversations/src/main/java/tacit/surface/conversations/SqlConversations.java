package tacit.surface.conversations;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Session;

/** Keeps conversations in the database, each of one owner. Thread-safe. */
@Component(service = SqlConversations.class)
@Designate(ocd = SqlConversations.Config.class)
public final class SqlConversations {

    static final String OWNER = "tacit.surface.conversations";

    private static final String OF_OWNER = " WHERE workspace_id = ? AND user_id = ?";
    private static final String MESSAGES = " WHERE workspace_id = ? AND user_id = ? AND conversation_id = ?";

    /** How much is kept. */
    @ObjectClassDefinition(name = "Tacit conversations of frameworks")
    public @interface Config {

        @AttributeDefinition(description = "Messages that one conversation may have, at least 1")
        int most_messages() default 5_000;

        @AttributeDefinition(description = "Conversations that one owner may have, at least 1; more are refused")
        int most_conversations() default 10_000;
    }

    /** A new conversation that would be one too many. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final Database database;
    private final Clock clock;
    private final int mostMessages;
    private final int mostConversations;

    @Activate
    public SqlConversations(@Reference Database database, @Reference Clock clock, Config config) {
        if (config.most_messages() < 1 || config.most_conversations() < 1) {
            throw new IllegalArgumentException("most.messages and most.conversations must be at least 1");
        }
        this.database = database;
        this.clock = clock;
        this.mostMessages = config.most_messages();
        this.mostConversations = config.most_conversations();
        database.migrate(OWNER, SqlConversations.class);
    }

    int mostMessages() {
        return mostMessages;
    }

    /** The conversations of an owner, those begun last first. */
    Page<Conversation.Summary> list(Owner owner, PageRequest page) {
        return database.read(session -> new Page<>(
                session.select(
                        "SELECT id, messages, created_at, updated_at FROM conversations" + OF_OWNER
                                + " ORDER BY created_at DESC, id LIMIT ? OFFSET ?",
                        row -> new Conversation.Summary(
                                row.text("id"), row.number("messages"), row.time("created_at"), row.time("updated_at")),
                        owner.workspaceId(),
                        owner.userId(),
                        page.limit(),
                        page.offset()),
                page.offset(),
                count(session, owner)));
    }

    private static long count(Session session, Owner owner) {
        return session.selectOne(
                        "SELECT COUNT(*) AS n FROM conversations" + OF_OWNER,
                        row -> row.number("n"),
                        owner.workspaceId(),
                        owner.userId())
                .orElse(0L);
    }

    /** One conversation as it stands; empty for one that this owner does not have. */
    Optional<Conversation> find(Owner owner, String id) {
        return database.read(session -> updatedAt(session, owner, id)
                .map(at -> new Conversation(
                        id,
                        session.select(
                                "SELECT message FROM conversation_messages" + MESSAGES + " ORDER BY position",
                                row -> row.text("message"),
                                owner.workspaceId(),
                                owner.userId(),
                                id),
                        at)));
    }

    private static Optional<Instant> updatedAt(Session session, Owner owner, String id) {
        return session.selectOne(
                "SELECT updated_at FROM conversations" + OF_OWNER + " AND id = ?",
                row -> row.time("updated_at"),
                owner.workspaceId(),
                owner.userId(),
                id);
    }

    /**
     * Makes these the messages of a conversation, whatever it held before; returns after that is durable. Of two at a time the
     * later one stands whole.
     *
     * @throws Full when the owner has as many conversations as may be, and this would be another one
     */
    Conversation replace(Owner owner, String id, List<String> messages) {
        Instant now = clock.instant();
        database.write(session -> {
            int known = session.update(
                    "UPDATE conversations SET messages = ?, updated_at = ?" + OF_OWNER + " AND id = ?",
                    messages.size(),
                    now,
                    owner.workspaceId(),
                    owner.userId(),
                    id);
            if (known == 0) {
                begin(session, owner, new Conversation(id, messages, now));
            }
            session.update("DELETE FROM conversation_messages" + MESSAGES, owner.workspaceId(), owner.userId(), id);
            return session.batch(
                    "INSERT INTO conversation_messages (workspace_id, user_id, conversation_id, position, message)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    rows(owner, id, messages));
        });
        return new Conversation(id, messages, now);
    }

    private void begin(Session session, Owner owner, Conversation conversation) {
        if (count(session, owner) >= mostConversations) {
            throw new Full();
        }
        session.update(
                "INSERT INTO conversations (workspace_id, user_id, id, messages, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                owner.workspaceId(),
                owner.userId(),
                conversation.id(),
                conversation.messages().size(),
                conversation.updatedAt(),
                conversation.updatedAt());
    }

    private static List<@Nullable Object[]> rows(Owner owner, String id, List<String> messages) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            rows.add(new Object[] {owner.workspaceId(), owner.userId(), id, i, messages.get(i)});
        }
        return rows;
    }

    /** Removes a conversation with its messages; whether there was one. */
    boolean delete(Owner owner, String id) {
        return database.write(session -> {
            session.update("DELETE FROM conversation_messages" + MESSAGES, owner.workspaceId(), owner.userId(), id);
            return session.update(
                            "DELETE FROM conversations" + OF_OWNER + " AND id = ?",
                            owner.workspaceId(),
                            owner.userId(),
                            id)
                    > 0;
        });
    }
}
