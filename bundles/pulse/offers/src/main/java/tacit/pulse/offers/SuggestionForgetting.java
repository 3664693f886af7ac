package tacit.pulse.offers;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.ProfileReferences;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextTable;
import tacit.api.store.TextTaking;
import tacit.api.store.TextTombstones;

/** Takes words back from suggestions, those of a user whole, and says what refers to a profile. Thread-safe. */
@Component(service = {EvidenceTexts.class, ProfileReferences.class})
public final class SuggestionForgetting implements EvidenceTexts, ProfileReferences {

    /** What is no words within a draft. */
    private static final Set<String> KEPT =
            Set.of("profileId", "workspaceId", "userId", "type", "topic", "source", "urgency", "traceId", "targetKey");

    private static final TextTable DRAFTS =
            new TextTable("suggestions", "id", "id", List.of(), List.of("draft", "scored"), KEPT);
    private static final TextTable RESPONSES =
            TextTable.of("suggestion_responses", "suggestion_id", "words").orderedBy("sequence");

    private final Database database;

    @Activate
    public SuggestionForgetting(@Reference Database database) {
        this.database = database;
        database.migrate(SqlSuggestionDesk.OWNER, SqlSuggestionDesk.class);
    }

    @Override
    public String name() {
        return "suggestions";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return take(scope, TextTaking.of(texts));
    }

    private int take(Scope scope, TextTaking taking) {
        if (taking.isEmpty()) {
            return 0;
        }
        String workspace = scope.workspaceId();
        database.write(session -> patterns(session, workspace, taking));
        return DRAFTS.take(database, taking, "workspace_id = ?", workspace)
                + RESPONSES.take(database, taking, "workspace_id = ?", workspace);
    }

    /** A pattern begins with words of the title, too few to be found by themselves: it goes with the draft. */
    private static int patterns(Session session, String workspace, TextTaking taking) {
        Set<String> patterns = new TreeSet<>();
        session.select(
                        "SELECT pattern, draft FROM suggestions WHERE workspace_id = ?",
                        row -> taking.inJson(row.text("draft"), KEPT).equals(row.text("draft"))
                                ? ""
                                : row.text("pattern"),
                        workspace)
                .forEach(patterns::add);
        patterns.remove("");
        return patterns.stream()
                .mapToInt(pattern -> session.update(
                                "UPDATE suggestions SET pattern = ? WHERE workspace_id = ? AND pattern = ?",
                                TextTombstones.instead(pattern),
                                workspace,
                                pattern)
                        + session.update(
                                "UPDATE suggestion_responses SET pattern = ? WHERE workspace_id = ? AND pattern = ?",
                                TextTombstones.instead(pattern),
                                workspace,
                                pattern))
                .sum();
    }

    @Override
    public int forgetUser(Scope scope) {
        String user = scope.user().orElse(null);
        return database.write(session -> {
            session.update(
                    "UPDATE suggestion_responses SET words = NULL WHERE workspace_id = ? AND responded_by = ?",
                    scope.workspaceId(),
                    user);
            session.update("""
                    DELETE FROM suggestion_responses WHERE workspace_id = ? AND suggestion_id IN
                      (SELECT id FROM suggestions WHERE workspace_id = ? AND user_id = ?)
                    """, scope.workspaceId(), scope.workspaceId(), user);
            return session.update(
                    "DELETE FROM suggestions WHERE workspace_id = ? AND user_id = ?", scope.workspaceId(), user);
        });
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextTaking.ofPieces(said));
    }

    @Override
    public boolean refersTo(Session session, String profileId) {
        return !session.select(
                        "SELECT id FROM suggestions WHERE profile_id = ? LIMIT 1", row -> row.text("id"), profileId)
                .isEmpty();
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        return OptionalLong.of(database.read(session -> session.selectOne(
                        "SELECT COUNT(*) AS n FROM suggestions WHERE workspace_id = ? AND user_id = ?",
                        row -> row.number("n"),
                        scope.workspaceId(),
                        scope.user().orElse(null))
                .orElse(0L)));
    }
}
