package tacit.pulse.offers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.Suggestion.State;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.reflect.SuggestionJudgement;
import tacit.api.reflect.SuggestionSituation.Open;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of suggestions within one transaction. Every move names the states that it starts from. */
final class SuggestionRows {

    private static final List<String> NEW = List.of(
            "id",
            "profile_id",
            "workspace_id",
            "user_id",
            "pattern",
            "draft",
            "confidence",
            "state",
            "score",
            "scored",
            "created_at",
            "expires_at");

    private final Session session;

    SuggestionRows(Session session) {
        this.session = session;
    }

    boolean add(String id, SuggestionDraft draft, SuggestionJudgement judged, Instant now, Instant end) {
        return session.insertAbsent("suggestions", NEW, List.<@Nullable Object[]>of(new @Nullable Object[] {
            id,
            draft.profileId(),
            draft.workspaceId(),
            draft.userId(),
            Pattern.of(draft),
            DraftJson.write(draft),
            draft.confidence(),
            State.OPEN.name(),
            judged.score(),
            DraftJson.write(judged.scored()),
            now,
            end
        }))[0];
    }

    Optional<Suggestion> find(String id) {
        return session.selectOne("SELECT * FROM suggestions WHERE id = ?", SuggestionRows::suggestion, id);
    }

    /** What became work at once was answered by nobody. */
    int offered(String profileId, Instant since) {
        return session.selectOne(
                        "SELECT COUNT(*) AS n FROM suggestions WHERE profile_id = ? AND created_at >= ?"
                                + " AND (state <> 'ACTED' OR response IS NOT NULL)",
                        row -> Math.toIntExact(row.number("n")),
                        profileId,
                        since)
                .orElse(0);
    }

    List<Suggestion> waiting(String workspaceId) {
        return session.select(
                "SELECT * FROM suggestions WHERE workspace_id = ? AND state IN ('OPEN', 'SNOOZED') ORDER BY sequence",
                SuggestionRows::suggestion,
                workspaceId);
    }

    List<Open> open(String workspaceId) {
        return waiting(workspaceId).stream().map(SuggestionRows::open).toList();
    }

    static Open open(Suggestion one) {
        return new Open(one.id(), one.draft().title(), one.draft().confidence());
    }

    /** All that wait, of every workspace. */
    List<Suggestion> waiting() {
        return session.select(
                "SELECT * FROM suggestions WHERE state = 'OPEN' UNION ALL SELECT * FROM suggestions WHERE state = 'SNOOZED'",
                SuggestionRows::suggestion);
    }

    /** Ends one that waits; false when it did not. */
    boolean end(String id, State state, Suggestion.@Nullable Response response, @Nullable String execution) {
        return session.update("""
                        UPDATE suggestions SET state = ?, response = COALESCE(?, response), execution_id = ?, snoozed_until = NULL
                        WHERE id = ? AND state IN ('OPEN', 'SNOOZED')
                        """, state.name(), response == null ? null : response.name(), execution, id) == 1;
    }

    boolean snooze(String id, Instant until) {
        return session.update("""
                        UPDATE suggestions SET state = 'SNOOZED', response = 'SNOOZED', snoozed_until = ?
                        WHERE id = ? AND state IN ('OPEN', 'SNOOZED')
                        """, until, id) == 1;
    }

    boolean wake(String id, Instant now) {
        return session.update("""
                        UPDATE suggestions SET state = 'OPEN', snoozed_until = NULL, surfaced_at = NULL
                        WHERE id = ? AND state = 'SNOOZED' AND snoozed_until <= ?
                        """, id, now) == 1;
    }

    boolean ignore(String id) {
        return session.update(
                        "UPDATE suggestions SET response = 'IGNORED' WHERE id = ? AND state = 'OPEN' AND response IS NULL",
                        id)
                == 1;
    }

    void surfaced(String id, Instant now) {
        session.update("UPDATE suggestions SET surfaced_at = ? WHERE id = ?", now, id);
    }

    void judged(String id, SuggestionJudgement judged) {
        session.update(
                "UPDATE suggestions SET score = ?, scored = ? WHERE id = ?",
                judged.score(),
                DraftJson.write(judged.scored()),
                id);
    }

    Page<Suggestion> list(@Nullable String workspaceId, @Nullable State state, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" FROM suggestions WHERE 1 = 1");
        if (workspaceId != null) {
            where.append(" AND workspace_id = ?");
            values.add(workspaceId);
        }
        if (state != null) {
            where.append(" AND state = ?");
            values.add(state.name());
        }
        long total = session.selectOne("SELECT COUNT(*) AS n" + where, row -> row.number("n"), values.toArray())
                .orElse(0L);
        values.add(page.limit());
        values.add(page.offset());
        return new Page<>(
                session.select(
                        "SELECT *" + where + " ORDER BY sequence DESC LIMIT ? OFFSET ?",
                        SuggestionRows::suggestion,
                        values.toArray()),
                page.offset(),
                total);
    }

    private static Suggestion suggestion(Row row) {
        return new Suggestion(
                row.text("id"),
                DraftJson.read(row.text("draft"), SuggestionDraft.class),
                State.valueOf(row.text("state")),
                row.real("score"),
                List.of(DraftJson.read(row.text("scored"), String[].class)),
                row.optionalTime("snoozed_until").orElse(null),
                row.optionalTime("surfaced_at").orElse(null),
                row.optionalText("response").map(Suggestion.Response::valueOf).orElse(null),
                row.optionalText("execution_id").orElse(null),
                row.time("created_at"),
                row.time("expires_at"));
    }
}
