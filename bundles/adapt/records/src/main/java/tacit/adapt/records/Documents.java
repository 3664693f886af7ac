package tacit.adapt.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** The rows of documents and of the runs whose words they hold. Confined to one transaction. */
final class Documents {

    /** Who owns what is nobody's. */
    private static final String NOBODY = "";

    private static final List<String> COLUMNS = List.of(
            "workspace_id", "user_id", "kind", "document_key", "version", "content", "created_at", "updated_at");

    private final Session session;

    Documents(Session session) {
        this.session = session;
    }

    Optional<StateDocument> find(Scope scope, String kind, String key) {
        return session.selectOne(
                        "SELECT * FROM adapt_documents"
                                + " WHERE workspace_id = ? AND kind = ? AND user_id = ? AND document_key = ?",
                        Documents::bare,
                        scope.workspaceId(),
                        kind,
                        owner(scope),
                        key)
                .map(this::withRuns);
    }

    List<StateDocument> list(Scope scope, StateFilter filter, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        String where = where(scope, filter, values);
        values.add(limit);
        return session
                .select(
                        "SELECT * FROM adapt_documents WHERE " + where + " ORDER BY sequence DESC LIMIT ?",
                        Documents::bare,
                        values.toArray())
                .stream()
                .map(this::withRuns)
                .toList();
    }

    long count(Scope scope, StateFilter filter) {
        List<@Nullable Object> values = new ArrayList<>();
        return session.selectOne(
                        "SELECT COUNT(*) AS rows_there FROM adapt_documents WHERE " + where(scope, filter, values),
                        row -> row.number("rows_there"),
                        values.toArray())
                .orElse(0L);
    }

    private static String where(Scope scope, StateFilter filter, List<@Nullable Object> values) {
        StringBuilder where = new StringBuilder("workspace_id = ? AND kind = ?");
        values.add(scope.workspaceId());
        values.add(filter.kind());
        and(where, values, " AND user_id = ?", scope.userId());
        and(where, values, " AND created_at >= ?", filter.from());
        and(where, values, " AND created_at < ?", filter.until());
        and(where, values, " AND sequence < ?", filter.before());
        return where.toString();
    }

    private static void and(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    /** Every document of a workspace that a run's words may stand in, or that a user owns. */
    List<StateDocument> of(Scope user, Collection<String> traceIds) {
        List<StateDocument> found = new ArrayList<>(session.select(
                "SELECT * FROM adapt_documents WHERE workspace_id = ? AND user_id = ?",
                Documents::bare,
                user.workspaceId(),
                owner(user)));
        for (String trace : traceIds) {
            found.addAll(session.select(
                    "SELECT d.* FROM adapt_documents d JOIN adapt_document_runs r ON r.sequence = d.sequence"
                            + " WHERE r.workspace_id = ? AND r.trace_id = ?",
                    Documents::bare,
                    user.workspaceId(),
                    trace));
        }
        return found.stream().distinct().toList();
    }

    /** The documents of a workspace in the order of their sequences, after one. */
    List<StateDocument> after(String workspaceId, long sequence, int limit) {
        return session.select(
                "SELECT * FROM adapt_documents WHERE workspace_id = ? AND sequence > ? ORDER BY sequence LIMIT ?",
                Documents::bare,
                workspaceId,
                sequence,
                limit);
    }

    /** False when there is one of that name already. */
    boolean add(Scope scope, String kind, String key, String content, Instant now) {
        Object[] row = {scope.workspaceId(), owner(scope), kind, key, 1L, content, now, now};
        return session.insertAbsent("adapt_documents", COLUMNS, Collections.singletonList(row))[0];
    }

    /** False when it is not of that version any more. */
    boolean change(Scope scope, String kind, String key, long expected, String content, Instant now) {
        return session.update(
                        "UPDATE adapt_documents SET content = ?, version = ?, updated_at = ?"
                                + " WHERE workspace_id = ? AND kind = ? AND user_id = ? AND document_key = ?"
                                + " AND version = ?",
                        content,
                        expected + 1,
                        now,
                        scope.workspaceId(),
                        kind,
                        owner(scope),
                        key,
                        expected)
                == 1;
    }

    void rewrite(StateDocument document, String content) {
        session.update(
                "UPDATE adapt_documents SET content = ?, version = version + 1 WHERE sequence = ?",
                content,
                document.sequence());
    }

    void addRuns(StateDocument document, Collection<String> traceIds) {
        session.insertAbsent(
                "adapt_document_runs",
                List.of("workspace_id", "sequence", "trace_id"),
                traceIds.stream()
                        .distinct()
                        .map(trace -> new @Nullable Object[] {document.workspaceId(), document.sequence(), trace})
                        .toList());
    }

    void remove(StateDocument document) {
        session.update("DELETE FROM adapt_documents WHERE sequence = ?", document.sequence());
        session.update(
                "DELETE FROM adapt_document_runs WHERE workspace_id = ? AND sequence = ?",
                document.workspaceId(),
                document.sequence());
    }

    /** Removes all documents of a workspace, or of a user of it. */
    void clear(Scope scope) {
        if (scope.userId() == null) {
            session.update("DELETE FROM adapt_document_runs WHERE workspace_id = ?", scope.workspaceId());
            session.update("DELETE FROM adapt_documents WHERE workspace_id = ?", scope.workspaceId());
        } else {
            of(scope, List.of()).forEach(this::remove);
        }
    }

    private StateDocument withRuns(StateDocument document) {
        List<String> runs = session.select(
                "SELECT trace_id FROM adapt_document_runs WHERE workspace_id = ? AND sequence = ?",
                row -> row.text("trace_id"),
                document.workspaceId(),
                document.sequence());
        return new StateDocument(
                document.workspaceId(),
                document.userId(),
                document.kind(),
                document.key(),
                document.version(),
                document.sequence(),
                document.content(),
                runs.stream().sorted().toList(),
                document.createdAt(),
                document.updatedAt());
    }

    private static String owner(Scope scope) {
        return Objects.requireNonNullElse(scope.userId(), NOBODY);
    }

    private static StateDocument bare(Row row) {
        String owner = row.text("user_id");
        return new StateDocument(
                row.text("workspace_id"),
                owner.equals(NOBODY) ? null : owner,
                row.text("kind"),
                row.text("document_key"),
                row.number("version"),
                row.number("sequence"),
                row.text("content"),
                List.of(),
                row.time("created_at"),
                row.time("updated_at"));
    }
}
