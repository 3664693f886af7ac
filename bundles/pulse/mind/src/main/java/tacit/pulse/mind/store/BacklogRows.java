package tacit.pulse.mind.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionBacklog.State;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The points to be done. Confined to one transaction. */
public final class BacklogRows {

    private static final List<String> COLUMNS = List.of(
            "id",
            "profile_id",
            "workspace_id",
            "target_key",
            "open_key",
            "title",
            "summary",
            "action",
            "prompt",
            "priority",
            "state",
            "generator",
            "subject",
            "run_id",
            "reason",
            "created_at",
            "changed_at");

    private final Session session;

    public BacklogRows(Session session) {
        this.session = session;
    }

    /** Leaves points, unless one about the same has not ended. */
    public void add(List<ReflectionBacklog> points) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (ReflectionBacklog point : points) {
            rows.add(new @Nullable Object[] {
                point.id(),
                point.profileId(),
                point.workspaceId(),
                point.targetKey(),
                Digest.of(point.profileId(), point.targetKey(), point.generator(), point.subject()),
                point.title(),
                point.summary(),
                point.action().name(),
                point.prompt(),
                (long) point.priority(),
                State.OPEN.name(),
                point.generator(),
                point.subject(),
                point.runId(),
                point.reason(),
                point.createdAt(),
                point.changedAt()
            });
        }
        if (!rows.isEmpty()) {
            session.insertAbsent("mind_backlog", COLUMNS, rows);
        }
    }

    public Optional<ReflectionBacklog> find(String id) {
        return session.selectOne("SELECT * FROM mind_backlog WHERE id = ?", BacklogRows::point, id);
    }

    /** The one about the same thing that has not ended. */
    public Optional<ReflectionBacklog> about(String profile, String target, String generator, String subject) {
        return session.selectOne(
                "SELECT * FROM mind_backlog WHERE open_key = ?",
                BacklogRows::point,
                Digest.of(profile, target, generator, subject));
    }

    public List<ReflectionBacklog> ofDispatch(String dispatch) {
        return session.select(
                "SELECT * FROM mind_backlog WHERE dispatch_id = ? ORDER BY sequence", BacklogRows::point, dispatch);
    }

    public List<ReflectionBacklog> ofRun(String run) {
        return session.select(
                "SELECT * FROM mind_backlog WHERE run_id = ? ORDER BY priority DESC, sequence",
                BacklogRows::point,
                run);
    }

    /** Those of a target that have not ended, the most important first. */
    public List<ReflectionBacklog> ofTarget(String profile, String target) {
        return session.select(
                "SELECT * FROM mind_backlog WHERE profile_id = ? AND target_key = ? AND open_key IS NOT NULL"
                        + " ORDER BY priority DESC, sequence LIMIT 200",
                BacklogRows::point,
                profile,
                target);
    }

    public Page<ReflectionBacklog> list(@Nullable String profile, @Nullable State state, PageRequest page) {
        return new Where()
                .and("profile_id", profile)
                .and("state", state)
                .page(session, "mind_backlog", "priority DESC, sequence", BacklogRows::point, page);
    }

    /**
     * Moves a point.
     *
     * @param dispatch the work behind it; null keeps what there is
     * @throws IllegalStateException when it may not move so, or does not stand there any more
     */
    public void move(ReflectionBacklog point, State to, @Nullable String dispatch, String reason, Instant now) {
        if (!point.state().leadsTo(to)) {
            throw new IllegalStateException(
                    "Cannot move point '" + point.id() + "': " + point.state() + " does not lead to " + to);
        }
        boolean ends = to == State.DONE || to == State.REJECTED;
        int rows = session.update(
                "UPDATE mind_backlog SET state = ?, dispatch_id = COALESCE(?, dispatch_id), reason = ?, changed_at = ?"
                        + (ends ? ", open_key = NULL" : "") + " WHERE id = ? AND state = ?",
                to.name(),
                dispatch,
                reason,
                now,
                point.id(),
                point.state().name());
        if (rows != 1) {
            throw new IllegalStateException(
                    "Cannot move point '" + point.id() + "': it is not " + point.state() + " any more");
        }
    }

    private static ReflectionBacklog point(Row row) {
        return new ReflectionBacklog(
                row.text("id"),
                row.text("profile_id"),
                row.optionalText("workspace_id").orElse(null),
                row.text("target_key"),
                row.text("title"),
                row.text("summary"),
                ReflectionAction.valueOf(row.text("action")),
                row.text("prompt"),
                (int) row.number("priority"),
                State.valueOf(row.text("state")),
                row.text("generator"),
                row.text("subject"),
                row.text("run_id"),
                row.optionalText("dispatch_id").orElse(null),
                row.text("reason"),
                row.time("created_at"),
                row.time("changed_at"));
    }
}
