package tacit.memory.outcomes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** The rows of what was shown and how it went, in one workspace. Confined to one transaction. */
final class ShownRows {

    /** How a run went that somebody judged. */
    enum Outcome {
        HELPFUL,
        HARMFUL
    }

    /** Judged runs by how they went. */
    record Counts(String memoryId, long helpful, long harmful) {}

    /** Stands for the run itself. */
    private static final String RUN = "";

    private static final String COUNTED =
            "SELECT memory_id, SUM(CASE WHEN outcome = 'HELPFUL' THEN 1 ELSE 0 END) AS helpful,"
                    + " SUM(CASE WHEN outcome = 'HARMFUL' THEN 1 ELSE 0 END) AS harmful FROM shown_runs"
                    + " WHERE workspace_id = ? AND outcome IS NOT NULL";

    private final Session session;
    private final Scope scope;

    ShownRows(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    void addContext(String contextId, Collection<String> memoryIds, Instant at) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String id : new LinkedHashSet<>(memoryIds)) {
            rows.add(new @Nullable Object[] {scope.workspaceId(), contextId, id, scope.userId(), at});
        }
        session.insertAbsent(
                "shown_contexts", List.of("workspace_id", "context_id", "memory_id", "user_id", "shown_at"), rows);
    }

    void dropContexts(Instant before) {
        session.update("DELETE FROM shown_contexts WHERE shown_at < ?", before);
    }

    /** What a context held; nothing of one that was for another user. */
    List<String> context(String contextId, @Nullable String userId) {
        return session.select(
                "SELECT memory_id FROM shown_contexts WHERE workspace_id = ? AND context_id = ?"
                        + " AND (user_id IS NULL OR user_id = ?) ORDER BY memory_id",
                row -> row.text("memory_id"),
                scope.workspaceId(),
                contextId,
                userId);
    }

    /** Keeps a run as it stands now: what it was shown is added, and how it went counts for all of it. */
    void keepRun(String traceId, @Nullable String userId, Collection<String> shown, @Nullable Outcome outcome) {
        Set<String> ids = new LinkedHashSet<>(shown);
        ids.add(RUN);
        List<@Nullable Object[]> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(new @Nullable Object[] {scope.workspaceId(), traceId, id, userId}));
        session.insertAbsent("shown_runs", List.of("workspace_id", "trace_id", "memory_id", "user_id"), rows);
        session.update(
                "UPDATE shown_runs SET outcome = ?, user_id = ? WHERE workspace_id = ? AND trace_id = ?",
                outcome == null ? null : outcome.name(),
                userId,
                scope.workspaceId(),
                traceId);
    }

    /** The memories that a run was shown. */
    List<String> shown(String traceId) {
        return session.select(
                "SELECT memory_id FROM shown_runs WHERE workspace_id = ? AND trace_id = ? AND memory_id <> ?",
                row -> row.text("memory_id"),
                scope.workspaceId(),
                traceId,
                RUN);
    }

    /** All judged runs. */
    Counts runs() {
        return counts(RUN).orElse(new Counts(RUN, 0, 0));
    }

    /** The judged runs that were shown a memory; empty when there are none. */
    Optional<Counts> counts(String memoryId) {
        return session.selectOne(
                COUNTED + " AND memory_id = ?" + ofUser() + " GROUP BY memory_id",
                row -> new Counts(row.text("memory_id"), row.number("helpful"), row.number("harmful")),
                values(memoryId));
    }

    /** By the number of runs, the most first. */
    List<Counts> list(PageRequest page) {
        return session.select(
                COUNTED + " AND memory_id <> ?" + ofUser()
                        + " GROUP BY memory_id ORDER BY COUNT(*) DESC, memory_id LIMIT ? OFFSET ?",
                row -> new Counts(row.text("memory_id"), row.number("helpful"), row.number("harmful")),
                values(RUN, page.limit(), page.offset()));
    }

    long memories() {
        return session.selectOne(
                        "SELECT COUNT(DISTINCT memory_id) AS n FROM shown_runs WHERE workspace_id = ?"
                                + " AND outcome IS NOT NULL AND memory_id <> ?" + ofUser(),
                        row -> row.number("n"),
                        values(RUN))
                .orElse(0L);
    }

    boolean proposed(String memoryId) {
        return session.selectOne(
                        "SELECT memory_id FROM shown_proposals WHERE workspace_id = ? AND memory_id = ?",
                        row -> row.text("memory_id"),
                        scope.workspaceId(),
                        memoryId)
                .isPresent();
    }

    void noteProposal(String memoryId, Instant at) {
        session.insertAbsent(
                "shown_proposals",
                List.of("workspace_id", "memory_id", "proposed_at"),
                List.<@Nullable Object[]>of(new @Nullable Object[] {scope.workspaceId(), memoryId, at}));
    }

    void forget(String memoryId) {
        for (String table : List.of("shown_contexts", "shown_runs", "shown_proposals")) {
            session.update(
                    "DELETE FROM " + table + " WHERE workspace_id = ? AND memory_id = ?",
                    scope.workspaceId(),
                    memoryId);
        }
    }

    /** Removes all of the workspace, or of its user. */
    void clear() {
        for (String table : List.of("shown_contexts", "shown_runs")) {
            session.update("DELETE FROM " + table + " WHERE workspace_id = ?" + ofUser(), values());
        }
        if (scope.userId() == null) {
            session.update("DELETE FROM shown_proposals WHERE workspace_id = ?", scope.workspaceId());
        }
    }

    private String ofUser() {
        return scope.userId() == null ? "" : " AND user_id = ?";
    }

    /** The workspace, the first of these, the user where the scope names one, and the others. */
    private @Nullable Object[] values(Object... others) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(scope.workspaceId());
        for (int i = 0; i < others.length; i++) {
            values.add(others[i]);
            if (i == 0 && scope.userId() != null) {
                values.add(scope.userId());
            }
        }
        if (others.length == 0 && scope.userId() != null) {
            values.add(scope.userId());
        }
        return values.toArray();
    }
}
