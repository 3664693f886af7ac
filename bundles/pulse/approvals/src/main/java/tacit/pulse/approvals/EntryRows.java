package tacit.pulse.approvals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approval.State;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** The rows of acts that were judged. Confined to one transaction. */
final class EntryRows {

    private static final String TABLE = "approval_entries";
    private static final int LOOKED_BACK = 20;
    private static final List<String> COLUMNS = List.of(
            "id",
            "request_id",
            "workspace_id",
            "user_id",
            "profile_id",
            "target_key",
            "act_type",
            "act",
            "fingerprint",
            "summary",
            "details",
            "trace_id",
            "evidence",
            "effect",
            "posture",
            "rule_id",
            "reason",
            "persistence",
            "denials",
            "total_denials",
            "state",
            "answered_by",
            "created_at",
            "answered_at",
            "expires_at");

    private final Session session;

    EntryRows(Session session) {
        this.session = session;
    }

    /** How often an act was denied without a pause, and at all. */
    record Denials(int consecutive, int total) {}

    /** An entry with what it was judged by. */
    record Judged(Approval approval, Denials denials, long sequence) {}

    /** False when there is one of its request already. */
    /** Keeps an act, unless it is there; of one that people are told of, whoever listens is told. */
    boolean add(Approval approval, String fingerprint, Denials denials) {
        ActionRequest request = approval.request();
        PermissionDecision decision = approval.decision();
        @Nullable
        Object[] row = {
            approval.id(),
            request.id(),
            request.workspaceId(),
            request.userId(),
            request.profileId(),
            request.targetKey(),
            request.type().name(),
            request.action(),
            fingerprint,
            request.summary(),
            EntryText.write(request.details()),
            request.traceId(),
            EntryText.write(request.evidence()),
            decision.effect().name(),
            decision.posture(),
            decision.rule(),
            decision.reason(),
            EntryText.write(decision.persistence()),
            denials.consecutive(),
            denials.total(),
            approval.state().name(),
            approval.answeredBy(),
            approval.createdAt(),
            approval.answeredAt(),
            approval.expiresAt()
        };
        boolean added = session.insertAbsent(TABLE, COLUMNS, Collections.singletonList(row))[0];
        if (added && approval.decision().rule().equals(Approval.TOLD)) {
            tell(approval.id());
        }
        return added;
    }

    Optional<Approval> find(String id) {
        return session.selectOne("SELECT * FROM " + TABLE + " WHERE id = ?", EntryRows::approval, id);
    }

    Optional<Approval> ofRequest(String requestId) {
        return session.selectOne("SELECT * FROM " + TABLE + " WHERE request_id = ?", EntryRows::approval, requestId);
    }

    Denials denials(String fingerprint) {
        List<String> last = session.select(
                "SELECT state FROM " + TABLE
                        + " WHERE fingerprint = ? AND state <> 'PENDING' ORDER BY sequence DESC LIMIT ?",
                row -> row.text("state"),
                fingerprint,
                LOOKED_BACK);
        int consecutive =
                (int) last.stream().takeWhile(State.DENIED.name()::equals).count();
        return new Denials(consecutive, (int) count("fingerprint = ? AND state = 'DENIED'", List.of(fingerprint)));
    }

    /** Leaves PENDING, once; whoever listens is told of it. */
    boolean settle(String id, State state, String by, @Nullable String note, @Nullable String kept, Instant now) {
        boolean settled = session.update(
                        "UPDATE " + TABLE + " SET state = ?, answered_by = ?, note = ?, kept = ?, answered_at = ?"
                                + " WHERE id = ? AND state = 'PENDING'",
                        state.name(),
                        by,
                        note,
                        kept,
                        now,
                        id)
                == 1;
        if (settled) {
            tell(id);
        }
        return settled;
    }

    private void tell(String id) {
        session.update("INSERT INTO approval_answers (entry_id) VALUES (?)", id);
    }

    /** Says how an approved act went, once. */
    boolean outcome(String id, boolean success) {
        return session.update(
                        "UPDATE " + TABLE + " SET outcome = ?"
                                + " WHERE id = ? AND state = 'APPROVED' AND outcome IS NULL",
                        success ? "succeeded" : "failed",
                        id)
                == 1;
    }

    List<String> overdue(Instant now, int limit) {
        return session.select(
                "SELECT id FROM " + TABLE + " WHERE state = 'PENDING' AND expires_at <= ? ORDER BY sequence LIMIT ?",
                row -> row.text("id"),
                now,
                limit);
    }

    Page<Approval> list(@Nullable Scope scope, @Nullable State state, @Nullable String profileId, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("1 = 1");
        and(where, values, "workspace_id", scope == null ? null : scope.workspaceId());
        and(where, values, "user_id", scope == null ? null : scope.userId());
        and(where, values, "state", state == null ? null : state.name());
        and(where, values, "profile_id", profileId);
        long total = count(where.toString(), values);
        values.add(page.limit());
        values.add(page.offset());
        return new Page<>(
                session.select(
                        "SELECT * FROM " + TABLE + " WHERE " + where + " ORDER BY sequence DESC LIMIT ? OFFSET ?",
                        EntryRows::approval,
                        values.toArray()),
                page.offset(),
                total);
    }

    private static void and(StringBuilder where, List<@Nullable Object> values, String column, @Nullable String value) {
        if (value != null) {
            where.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }

    /** What was judged since a time, the newest first, before a place. */
    List<Judged> since(@Nullable String profileId, Instant since, long before, int limit) {
        List<@Nullable Object> values = new ArrayList<>(List.of(since, before));
        StringBuilder where = new StringBuilder("created_at >= ? AND sequence < ?");
        and(where, values, "profile_id", profileId);
        values.add(limit);
        return session.select(
                "SELECT * FROM " + TABLE + " WHERE " + where + " ORDER BY sequence DESC LIMIT ?",
                row -> new Judged(
                        approval(row),
                        new Denials((int) row.number("denials"), (int) row.number("total_denials")),
                        row.number("sequence")),
                values.toArray());
    }

    private long count(String where, List<? extends @Nullable Object> values) {
        return session.selectOne(
                        "SELECT COUNT(*) AS rows_there FROM " + TABLE + " WHERE " + where,
                        row -> row.number("rows_there"),
                        values.toArray())
                .orElse(0L);
    }

    private static Approval approval(Row row) {
        return new Approval(
                row.text("id"),
                request(row),
                new PermissionDecision(
                        PermissionEffect.valueOf(row.text("effect")),
                        row.text("posture"),
                        row.text("rule_id"),
                        row.text("reason"),
                        EntryText.list(row.text("persistence"))),
                State.valueOf(row.text("state")),
                row.optionalText("answered_by").orElse(null),
                row.optionalText("note").orElse(null),
                row.optionalText("outcome").orElse(null),
                row.time("created_at"),
                row.optionalTime("answered_at").orElse(null),
                row.optionalTime("expires_at").orElse(null));
    }

    private static ActionRequest request(Row row) {
        return new ActionRequest(
                row.text("request_id"),
                row.text("profile_id"),
                row.text("workspace_id"),
                row.optionalText("user_id").orElse(null),
                row.text("target_key"),
                ApprovalType.valueOf(row.text("act_type")),
                row.text("act"),
                row.text("summary"),
                EntryText.map(row.text("details")),
                row.optionalText("trace_id").orElse(null),
                EntryText.list(row.text("evidence")));
    }
}
