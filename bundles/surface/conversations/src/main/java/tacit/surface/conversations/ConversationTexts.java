package tacit.surface.conversations;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.TextTable;
import tacit.api.store.TextTaking;

/** Takes words back from conversations; those of a user, or of a workspace that forgets everything, go whole. Thread-safe. */
@Component
public final class ConversationTexts implements EvidenceTexts {

    /** What is no words within a message, but how it is built. */
    private static final Set<String> KEPT = Set.of("role", "form", "type", "mimeType");

    private static final TextTable MESSAGES = new TextTable(
            "conversation_messages",
            "conversation_id",
            "conversation_id, user_id, position",
            List.of(),
            List.of("message"),
            KEPT);

    private final Database database;

    @Activate
    public ConversationTexts(@Reference Database database) {
        this.database = database;
        database.migrate(SqlConversations.OWNER, SqlConversations.class);
    }

    @Override
    public String name() {
        return "framework conversations";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return take(scope, TextTaking.of(texts));
    }

    private int take(Scope scope, TextTaking taking) {
        return taking.isEmpty() ? 0 : MESSAGES.take(database, taking, "workspace_id = ?", scope.workspaceId());
    }

    @Override
    public int forgetUser(Scope scope) {
        String user = scope.user().orElseThrow();
        return database.write(session -> {
            session.update(
                    "DELETE FROM conversation_messages WHERE workspace_id = ? AND user_id = ?",
                    scope.workspaceId(),
                    user);
            return session.update(
                    "DELETE FROM conversations WHERE workspace_id = ? AND user_id = ?", scope.workspaceId(), user);
        });
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextTaking.ofPieces(said));
    }

    @Override
    public int forgetWorkspace(Scope scope) {
        return database.write(session -> {
            session.update("DELETE FROM conversation_messages WHERE workspace_id = ?", scope.workspaceId());
            return session.update("DELETE FROM conversations WHERE workspace_id = ?", scope.workspaceId());
        });
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        return OptionalLong.of(database.read(session -> session.selectOne(
                        "SELECT COUNT(*) AS n FROM conversations WHERE workspace_id = ? AND user_id = ?",
                        row -> row.number("n"),
                        scope.workspaceId(),
                        scope.user().orElseThrow())
                .orElse(0L)));
    }
}
