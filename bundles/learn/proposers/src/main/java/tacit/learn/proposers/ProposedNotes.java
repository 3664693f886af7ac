package tacit.learn.proposers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** Which notes were put before somebody, by hashes: each once, whatever they said of it. Thread-safe. */
final class ProposedNotes {

    private final Database database;

    ProposedNotes(Database database) {
        this.database = database;
    }

    boolean known(Scope scope, String key) {
        return database.read(session -> session.selectOne(
                        "SELECT note_key FROM proposed_notes WHERE workspace_id = ? AND note_key = ?",
                        row -> row.text("note_key"),
                        scope.workspaceId(),
                        key))
                .isPresent();
    }

    /** @param pendingId of the write that waits */
    void keep(Scope scope, String proposer, List<String> keys, String pendingId, Instant at) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        keys.stream()
                .distinct()
                .forEach(key -> rows.add(new @Nullable Object[] {scope.workspaceId(), key, proposer, pendingId, at}));
        database.write(session -> session.insertAbsent(
                "proposed_notes", List.of("workspace_id", "note_key", "proposer", "pending_id", "proposed_at"), rows));
    }
}
