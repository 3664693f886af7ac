package tacit.pulse.dreams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamCandidate.Quote;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamReview;
import tacit.api.reflect.DreamState;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** The rows of candidates. Confined to one transaction. */
final class CandidateRows {

    /** Who owns what is everybody's. */
    static final String NOBODY = "";

    private static final List<String> COLUMNS = List.of(
            "id",
            "run_id",
            "workspace_id",
            "user_id",
            "fact_key",
            "open_key",
            "action",
            "subject_id",
            "current_value",
            "proposed_value",
            "rationale",
            "confidence",
            "state",
            "created_at",
            "updated_at");

    private final Session session;
    private final QuoteRows quotes;

    CandidateRows(Session session) {
        this.session = session;
        quotes = new QuoteRows(session);
    }

    /** False when the fact has an open one. */
    boolean add(DreamCandidate candidate) {
        DreamDraft draft = candidate.draft();
        Object[] row = {
            candidate.id(),
            candidate.runId(),
            candidate.workspaceId(),
            owner(candidate),
            draft.key(),
            draft.key(),
            draft.action().name(),
            draft.subjectId(),
            draft.currentValue(),
            draft.proposedValue(),
            draft.rationale(),
            draft.confidence(),
            candidate.state().name(),
            candidate.createdAt(),
            candidate.updatedAt()
        };
        boolean added = session.insertAbsent("dreaming_candidates", COLUMNS, Collections.singletonList(row))[0];
        if (added) {
            quotes.add(candidate, candidate.evidence());
        }
        return added;
    }

    static String owner(DreamCandidate candidate) {
        return candidate.userId() == null ? NOBODY : candidate.userId();
    }

    /** What a scope sees: with a user, theirs and everybody's. */
    private static String sees(Scope scope, List<@Nullable Object> values) {
        values.add(scope.workspaceId());
        if (scope.userId() == null) {
            return "workspace_id = ?";
        }
        values.add(scope.userId());
        return "workspace_id = ? AND (user_id = '' OR user_id = ?)";
    }

    Optional<Stored> find(Scope scope, String id) {
        List<@Nullable Object> values = new ArrayList<>();
        String where = sees(scope, values);
        values.add(id);
        return session.selectOne(
                        "SELECT * FROM dreaming_candidates WHERE " + where + " AND id = ?",
                        this::bare,
                        values.toArray())
                .map(this::whole);
    }

    Page<DreamCandidate> list(Scope scope, DreamReview.Filter filter, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(sees(scope, values));
        and(
                where,
                values,
                " AND state = ?",
                filter.state() == null ? null : filter.state().name());
        and(
                where,
                values,
                " AND action = ?",
                filter.action() == null ? null : filter.action().name());
        and(where, values, " AND run_id = ?", filter.runId());
        long total = session.selectOne(
                        "SELECT COUNT(*) AS many FROM dreaming_candidates WHERE " + where,
                        row -> row.number("many"),
                        values.toArray())
                .orElse(0L);
        values.add(page.limit());
        values.add(page.offset());
        List<DreamCandidate> rows = session
                .select(
                        "SELECT * FROM dreaming_candidates WHERE " + where + " ORDER BY sequence DESC LIMIT ? OFFSET ?",
                        this::bare,
                        values.toArray())
                .stream()
                .map(stored -> whole(stored).candidate())
                .toList();
        return new Page<>(rows, page.offset(), total);
    }

    private static void and(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable String value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    /** All about one fact, the newest first. */
    List<DreamCandidate> of(String workspaceId, String owner, String key, int limit) {
        return session
                .select(
                        "SELECT * FROM dreaming_candidates WHERE workspace_id = ? AND user_id = ? AND fact_key = ?"
                                + " ORDER BY sequence DESC LIMIT ?",
                        this::bare,
                        workspaceId,
                        owner,
                        key,
                        limit)
                .stream()
                .map(stored -> whole(stored).candidate())
                .toList();
    }

    /** The newest candidates of an owner, whatever became of them. */
    List<DreamCandidate> latest(String workspaceId, String owner, int limit) {
        return session
                .select(
                        "SELECT * FROM dreaming_candidates WHERE workspace_id = ? AND user_id = ?"
                                + " ORDER BY sequence DESC LIMIT ?",
                        this::bare,
                        workspaceId,
                        owner,
                        limit)
                .stream()
                .map(stored -> whole(stored).candidate())
                .toList();
    }

    /** Those of all workspaces in a state: for the host's own recovery. */
    List<Stored> inState(DreamState state) {
        return session
                .select("SELECT * FROM dreaming_candidates WHERE state = ? ORDER BY sequence", this::bare, state.name())
                .stream()
                .map(this::whole)
                .toList();
    }

    private Stored whole(Stored bare) {
        DreamCandidate one = bare.candidate();
        List<Quote> evidence = quotes.of(one.id());
        DreamDraft draft = one.draft();
        DreamDraft cited = new DreamDraft(
                draft.key(),
                draft.action(),
                draft.subjectId(),
                draft.currentValue(),
                draft.proposedValue(),
                draft.rationale(),
                draft.confidence(),
                evidence.stream().map(Quote::id).toList());
        return new Stored(
                new DreamCandidate(
                        one.id(),
                        one.runId(),
                        one.workspaceId(),
                        one.userId(),
                        cited,
                        one.edited(),
                        one.state(),
                        evidence,
                        one.appliedId(),
                        one.pendingId(),
                        one.resolution(),
                        one.createdAt(),
                        one.updatedAt(),
                        one.reviewedAt(),
                        one.reviewedBy()),
                bare.memo());
    }

    private Stored bare(Row row) {
        String owner = row.text("user_id");
        DreamDraft draft = new DreamDraft(
                row.text("fact_key"),
                DreamAction.valueOf(row.text("action")),
                row.optionalText("subject_id").orElse(null),
                row.optionalText("current_value").orElse(null),
                row.text("proposed_value"),
                row.text("rationale"),
                row.real("confidence"),
                List.of());
        Instant created = row.time("created_at");
        return new Stored(
                new DreamCandidate(
                        row.text("id"),
                        row.text("run_id"),
                        row.text("workspace_id"),
                        owner.equals(NOBODY) ? null : owner,
                        draft,
                        row.optionalText("edited_from").orElse(null),
                        DreamState.valueOf(row.text("state")),
                        List.of(),
                        row.optionalText("applied_id").orElse(null),
                        row.optionalText("pending_id")
                                .filter(id -> !id.isEmpty())
                                .orElse(null),
                        row.optionalText("resolution").orElse(null),
                        created,
                        row.time("updated_at"),
                        row.optionalTime("reviewed_at").orElse(null),
                        row.optionalText("reviewed_by").orElse(null)),
                row.optionalText("memo").orElse(null));
    }
}
