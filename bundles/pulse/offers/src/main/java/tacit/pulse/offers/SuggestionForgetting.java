package tacit.pulse.offers;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.TextTombstones;

/** Takes words back from suggestions, and those of a user whole. Thread-safe. */
@Component
public final class SuggestionForgetting implements EvidenceTexts {

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
        TextTombstones tombstones = TextTombstones.of(texts);
        if (tombstones.isEmpty()) {
            return 0;
        }
        return database.write(session -> {
            List<String[]> rows = session.select(
                    "SELECT id, draft FROM suggestions WHERE workspace_id = ?",
                    row -> new String[] {row.text("id"), row.text("draft")},
                    scope.workspaceId());
            int changed = 0;
            for (String[] row : rows) {
                String left = tombstones.in(row[1]);
                if (!left.equals(row[1])) {
                    changed += session.update("UPDATE suggestions SET draft = ? WHERE id = ?", left, row[0]);
                }
            }
            return changed
                    + session.update(
                            "UPDATE suggestion_responses SET words = NULL WHERE workspace_id = ? AND words IS NOT NULL",
                            scope.workspaceId());
        });
    }

    @Override
    public int forgetUser(Scope scope) {
        String user = scope.user().orElse(null);
        return database.write(session -> {
            session.update("""
                    DELETE FROM suggestion_responses WHERE workspace_id = ? AND suggestion_id IN
                      (SELECT id FROM suggestions WHERE workspace_id = ? AND user_id = ?)
                    """, scope.workspaceId(), scope.workspaceId(), user);
            return session.update(
                    "DELETE FROM suggestions WHERE workspace_id = ? AND user_id = ?", scope.workspaceId(), user);
        });
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
