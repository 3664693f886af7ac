package tacit.pulse.executors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.Execution;
import tacit.api.execute.Execution.State;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskResult;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The table of executions; each move says from which state it goes, and nothing happens from another. Confined to a session. */
final class ExecutionRows {

    private static final String COLUMNS =
            "SELECT id, brief, state, approval_id, executor, device, routing, attempts, result,"
                    + " created_at, started_at, ended_at FROM executions ";

    private final Session session;

    ExecutionRows(Session session) {
        this.session = session;
    }

    /** False when there is one of this brief. */
    boolean insert(String id, TaskBrief brief, @Nullable String approvalId, List<String> routing, Instant at) {
        return session.insertAbsent(
                        "executions",
                        List.of(
                                "id",
                                "brief_id",
                                "profile_id",
                                "workspace_id",
                                "user_id",
                                "brief",
                                "state",
                                "approval_id",
                                "routing",
                                "attempts",
                                "over_budget",
                                "created_at"),
                        List.<@Nullable Object[]>of(new @Nullable Object[] {
                            id,
                            brief.id(),
                            brief.profileId(),
                            brief.workspaceId(),
                            brief.userId(),
                            BriefJson.brief(brief),
                            (approvalId == null ? State.QUEUED : State.WAITING).name(),
                            approvalId,
                            BriefJson.lines(routing),
                            0,
                            false,
                            at
                        }))[0];
    }

    /** WAITING → QUEUED. */
    boolean release(String id, List<String> routing) {
        return session.update(
                        "UPDATE executions SET state = 'QUEUED', routing = ? WHERE id = ? AND state = 'WAITING'",
                        BriefJson.lines(routing),
                        id)
                == 1;
    }

    /** QUEUED → RUNNING. */
    boolean begin(String id, Doing doing, Instant at) {
        return session.update(
                        "UPDATE executions SET state = 'RUNNING', executor = ?, device = ?, routing = ?, attempts = ?,"
                                + " host = ?, started_at = ? WHERE id = ? AND state = 'QUEUED'",
                        doing.executor(),
                        doing.device(),
                        BriefJson.lines(doing.routing()),
                        doing.attempts(),
                        doing.host(),
                        at,
                        id)
                == 1;
    }

    /** Begun once more elsewhere; it stays RUNNING. */
    boolean goOn(String id, Doing doing) {
        return session.update(
                        "UPDATE executions SET executor = ?, device = ?, routing = ?, attempts = ? WHERE id = ? AND"
                                + " state = 'RUNNING' AND host = ?",
                        doing.executor(),
                        doing.device(),
                        BriefJson.lines(doing.routing()),
                        doing.attempts(),
                        id,
                        doing.host())
                == 1;
    }

    /** RUNNING → SUCCEEDED or FAILED. */
    boolean end(String id, String host, TaskResult result, boolean overBudget, List<String> routing, Instant at) {
        boolean ended = session.update(
                        "UPDATE executions SET state = ?, result = ?, over_budget = ?, routing = ?, ended_at = ? WHERE id = ?"
                                + " AND state = 'RUNNING' AND host = ?",
                        (result.succeeded() ? State.SUCCEEDED : State.FAILED).name(),
                        BriefJson.result(result),
                        overBudget,
                        BriefJson.lines(routing),
                        at,
                        id,
                        host)
                == 1;
        return ended && new Endings(session).add(id);
    }

    /** WAITING, QUEUED or RUNNING → CANCELLED. */
    boolean cancel(String id, List<String> routing, Instant at) {
        boolean cancelled = session.update(
                        "UPDATE executions SET state = 'CANCELLED', routing = ?, ended_at = ? WHERE id = ? AND state IN"
                                + " ('WAITING', 'QUEUED', 'RUNNING')",
                        BriefJson.lines(routing),
                        at,
                        id)
                == 1;
        return cancelled && new Endings(session).add(id);
    }

    Optional<Execution> find(String id) {
        return session.selectOne(COLUMNS + "WHERE id = ?", ExecutionRows::execution, id);
    }

    Optional<Execution> ofBrief(String briefId) {
        return session.selectOne(COLUMNS + "WHERE brief_id = ?", ExecutionRows::execution, briefId);
    }

    /** What this host was doing. */
    List<Execution> running(String host) {
        return session.select(
                COLUMNS + "WHERE state = 'RUNNING' AND host = ? ORDER BY sequence", ExecutionRows::execution, host);
    }

    List<Execution> queued(long offset, int limit) {
        return session.select(
                COLUMNS + "WHERE state = 'QUEUED' ORDER BY sequence LIMIT ? OFFSET ?",
                ExecutionRows::execution,
                limit,
                offset);
    }

    /** The oldest first. */
    List<Execution> open(@Nullable String profileId) {
        Where where =
                new Where().and("state IN ('WAITING', 'QUEUED', 'RUNNING')").equal("profile_id", profileId);
        return session.select(COLUMNS + where + " ORDER BY sequence", ExecutionRows::execution, where.values());
    }

    /** The newest first. */
    Page<Execution> list(
            @Nullable String profileId, @Nullable String workspaceId, @Nullable State state, PageRequest page) {
        Where where = new Where()
                .equal("profile_id", profileId)
                .equal("workspace_id", workspaceId)
                .equal("state", state == null ? null : state.name());
        List<@Nullable Object> values = new ArrayList<>(List.of(where.values()));
        values.add(page.limit());
        values.add(page.offset());
        List<Execution> rows = session.select(
                COLUMNS + where + " ORDER BY sequence DESC LIMIT ? OFFSET ?",
                ExecutionRows::execution,
                values.toArray());
        long total = session.select(
                        "SELECT COUNT(*) AS n FROM executions " + where, row -> row.number("n"), where.values())
                .get(0);
        return new Page<>(rows, page.offset(), total);
    }

    /** Those of a workspace, and of a user of it where one is named, in their order behind a place. */
    List<Kept> after(String workspaceId, @Nullable String userId, long sequence, int limit) {
        Where where = new Where()
                .equal("workspace_id", workspaceId)
                .equal("user_id", userId)
                .and("sequence > " + sequence);
        List<Object> values = new ArrayList<>(List.of(where.values()));
        values.add(limit);
        return session.select(
                COLUMNS.replace("SELECT id", "SELECT sequence, id") + where + " ORDER BY sequence LIMIT ?",
                row -> new Kept(row.number("sequence"), execution(row)),
                values.toArray());
    }

    /** An execution with its place in the table. */
    record Kept(long sequence, Execution execution) {}

    long count(String workspaceId, String userId) {
        return session.select(
                        "SELECT COUNT(*) AS n FROM executions WHERE workspace_id = ? AND user_id = ?",
                        row -> row.number("n"),
                        workspaceId,
                        userId)
                .get(0);
    }

    /** Puts other texts in place of those that it has. */
    int rewrite(String id, TaskBrief brief, @Nullable TaskResult result, List<String> routing) {
        return session.update(
                "UPDATE executions SET brief = ?, result = ?, routing = ? WHERE id = ?",
                BriefJson.brief(brief),
                result == null ? null : BriefJson.result(result),
                BriefJson.lines(routing),
                id);
    }

    long overBudget(String workspaceId) {
        return session.select(
                        "SELECT COUNT(*) AS n FROM executions WHERE workspace_id = ? AND over_budget = TRUE",
                        row -> row.number("n"),
                        workspaceId)
                .get(0);
    }

    private static Execution execution(Row row) {
        return new Execution(
                row.text("id"),
                BriefJson.brief(row.text("brief")),
                State.valueOf(row.text("state")),
                row.optionalText("approval_id").orElse(null),
                row.optionalText("executor").orElse(null),
                row.optionalText("device").orElse(null),
                BriefJson.lines(row.text("routing")),
                (int) row.number("attempts"),
                row.optionalText("result").map(BriefJson::result).orElse(null),
                row.time("created_at"),
                row.optionalTime("started_at").orElse(null),
                row.optionalTime("ended_at").orElse(null));
    }
}
