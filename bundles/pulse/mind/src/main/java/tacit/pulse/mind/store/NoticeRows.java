package tacit.pulse.mind.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionJudgement.Intent;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionNotice.State;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** What people are told. Confined to one transaction. */
public final class NoticeRows {

    private static final List<String> COLUMNS = List.of(
            "id",
            "profile_id",
            "workspace_id",
            "intent",
            "title",
            "words",
            "run_id",
            "state",
            "reason",
            "created_at",
            "due_at");

    private final Session session;

    public NoticeRows(Session session) {
        this.session = session;
    }

    public boolean add(ReflectionNotice notice) {
        @Nullable
        Object[] row = {
            notice.id(),
            notice.profileId(),
            notice.workspaceId(),
            notice.intent().name(),
            notice.title(),
            notice.text(),
            notice.runId(),
            notice.state().name(),
            notice.reason(),
            notice.createdAt(),
            notice.dueAt()
        };
        return session.insertAbsent("mind_notices", COLUMNS, Collections.singletonList(row))[0];
    }

    /** When people are told next, or were told last, for a reason; empty for never. */
    public Optional<Instant> lastDue(String profile, Intent intent) {
        return session
                .select(
                        "SELECT due_at FROM mind_notices WHERE profile_id = ? AND intent = ? AND state <> 'HELD'"
                                + " ORDER BY sequence DESC LIMIT 1",
                        row -> row.time("due_at"),
                        profile,
                        intent.name())
                .stream()
                .findFirst();
    }

    /** How many fell due since a moment, or will. */
    public int told(String profile, Instant since) {
        return session.selectOne(
                        "SELECT COUNT(*) AS n FROM mind_notices WHERE profile_id = ? AND state <> 'HELD' AND due_at >= ?",
                        row -> Math.toIntExact(row.number("n")),
                        profile,
                        since)
                .orElse(0);
    }

    /** Shows those whose time has come; answers how many. */
    public int show(Instant now) {
        return session.update(
                "UPDATE mind_notices SET state = 'SHOWN', reason = '' WHERE state = 'WAITING' AND due_at <= ?", now);
    }

    public boolean seen(String id, Instant now) {
        return session.update(
                        "UPDATE mind_notices SET state = 'SEEN', seen_at = ? WHERE id = ? AND state = 'SHOWN'", now, id)
                == 1;
    }

    public Optional<ReflectionNotice> find(String id) {
        return session.selectOne("SELECT * FROM mind_notices WHERE id = ?", NoticeRows::notice, id);
    }

    public Page<ReflectionNotice> list(@Nullable String profile, @Nullable State state, PageRequest page) {
        return new Where()
                .and("profile_id", profile)
                .and("state", state)
                .page(session, "mind_notices", "sequence DESC", NoticeRows::notice, page);
    }

    private static ReflectionNotice notice(Row row) {
        return new ReflectionNotice(
                row.text("id"),
                row.text("profile_id"),
                row.optionalText("workspace_id").orElse(null),
                Intent.valueOf(row.text("intent")),
                row.text("title"),
                row.text("words"),
                row.text("run_id"),
                State.valueOf(row.text("state")),
                row.text("reason"),
                row.time("created_at"),
                row.time("due_at"),
                row.optionalTime("seen_at").orElse(null));
    }
}
