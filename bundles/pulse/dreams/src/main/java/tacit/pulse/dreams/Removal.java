package tacit.pulse.dreams;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextRuns;
import tacit.api.store.TextTombstones;

/** Removes runs and candidates, and words from them. Confined to one transaction. */
final class Removal {

    private static final List<String> TEXTS =
            List.of("current_value", "proposed_value", "edited_from", "rationale", "memo", "resolution");

    private final Session session;

    Removal(Session session) {
        this.session = session;
    }

    /** Removes what rests on a memory, or would change it. */
    void memory(String workspaceId, String id) {
        resting(workspaceId, ("memory:" + id)::equals);
        session.select(
                        "SELECT id FROM dreaming_candidates WHERE workspace_id = ? AND (subject_id = ? OR applied_id = ?)",
                        row -> row.text("id"),
                        workspaceId,
                        id,
                        id)
                .forEach(candidate -> remove(workspaceId, candidate));
    }

    /** Removes candidates that rest on such evidence; answers how many. */
    int resting(String workspaceId, Predicate<String> evidence) {
        List<String> found = session
                .select(
                        "SELECT candidate_id, evidence_id FROM dreaming_evidence WHERE workspace_id = ?",
                        row -> new String[] {row.text("candidate_id"), row.text("evidence_id")},
                        workspaceId)
                .stream()
                .filter(row -> evidence.test(row[1]))
                .map(row -> row[0])
                .distinct()
                .toList();
        found.forEach(candidate -> remove(workspaceId, candidate));
        return found.size();
    }

    private void remove(String workspaceId, String candidate) {
        session.update(
                "DELETE FROM dreaming_evidence WHERE workspace_id = ? AND candidate_id = ?", workspaceId, candidate);
        session.update("DELETE FROM dreaming_candidates WHERE workspace_id = ? AND id = ?", workspaceId, candidate);
    }

    /** Removes all of a workspace, or all candidates of a user of it; answers how many candidates. */
    int clear(Scope scope) {
        String user = scope.userId();
        if (user == null) {
            session.update("DELETE FROM dreaming_due WHERE workspace_id = ?", scope.workspaceId());
            session.update("DELETE FROM dreaming_nudges WHERE workspace_id = ?", scope.workspaceId());
            session.update("DELETE FROM dreaming_evidence WHERE workspace_id = ?", scope.workspaceId());
            session.update("DELETE FROM dreaming_runs WHERE workspace_id = ?", scope.workspaceId());
            return session.update("DELETE FROM dreaming_candidates WHERE workspace_id = ?", scope.workspaceId());
        }
        List<String> own = session.select(
                "SELECT id FROM dreaming_candidates WHERE workspace_id = ? AND user_id = ?",
                row -> row.text("id"),
                scope.workspaceId(),
                user);
        own.forEach(candidate -> remove(scope.workspaceId(), candidate));
        return own.size();
    }

    long owned(String workspaceId, String user) {
        return session.selectOne(
                        "SELECT COUNT(*) AS many FROM dreaming_candidates WHERE workspace_id = ? AND user_id = ?",
                        row -> row.number("many"),
                        workspaceId,
                        user)
                .orElse(0L);
    }

    /** Removes runs about such tasks, and what waits of them; answers how many. */
    int runs(String workspaceId, Collection<String> tasks) {
        int gone = 0;
        for (String task : tasks) {
            session.update("DELETE FROM dreaming_due WHERE workspace_id = ? AND task_id = ?", workspaceId, task);
            session.update("DELETE FROM dreaming_nudges WHERE workspace_id = ? AND task_id = ?", workspaceId, task);
            gone += session.update(
                    "DELETE FROM dreaming_runs WHERE workspace_id = ? AND reference = ? AND status <> 'RUNNING'",
                    workspaceId,
                    task);
        }
        return gone;
    }

    /** Removes candidates that hold a piece of such texts, and the words from runs; answers how many rows changed. */
    int words(String workspaceId, Collection<String> texts) {
        TextTombstones whole = TextTombstones.of(texts);
        TextRuns pieces = TextRuns.of(texts);
        return quotes(workspaceId, text -> pieces.isIn(text) || !whole.in(text).equals(text));
    }

    /** Removes candidates of which a text is such, and the words from such runs; answers how many rows changed. */
    int quotes(String workspaceId, Predicate<String> holds) {
        Set<String> found = new TreeSet<>();
        candidates(workspaceId, holds, found);
        session.select(
                        "SELECT candidate_id, snippet FROM dreaming_evidence WHERE workspace_id = ?",
                        row -> holds.test(row.text("snippet")) ? row.text("candidate_id") : "",
                        workspaceId)
                .forEach(found::add);
        found.remove("");
        found.forEach(candidate -> remove(workspaceId, candidate));
        return found.size() + instructions(workspaceId, holds);
    }

    private void candidates(String workspaceId, Predicate<String> holds, Set<String> found) {
        session.select(
                        "SELECT * FROM dreaming_candidates WHERE workspace_id = ?",
                        row -> TEXTS.stream().anyMatch(column -> row.optionalText(column)
                                        .filter(holds)
                                        .isPresent())
                                ? row.text("id")
                                : "",
                        workspaceId)
                .forEach(found::add);
    }

    private int instructions(String workspaceId, Predicate<String> holds) {
        List<String> runs = session.select(
                "SELECT id, instructions, summary, error FROM dreaming_runs WHERE workspace_id = ?",
                row -> Stream.of("instructions", "summary", "error")
                                .anyMatch(column ->
                                        row.optionalText(column).filter(holds).isPresent())
                        ? row.text("id")
                        : "",
                workspaceId);
        List<String> found = runs.stream().filter(id -> !id.isEmpty()).toList();
        found.forEach(id -> session.update(
                "UPDATE dreaming_runs SET instructions = NULL, summary = NULL, error = NULL"
                        + " WHERE workspace_id = ? AND id = ?",
                workspaceId,
                id));
        return found.size();
    }
}
