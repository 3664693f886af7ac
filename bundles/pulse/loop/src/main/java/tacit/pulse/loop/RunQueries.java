package tacit.pulse.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Session;

/** Questions about runs in one transaction. */
final class RunQueries {

    private final Session session;

    RunQueries(Session session) {
        this.session = session;
    }

    Optional<PulseRun> find(String id) {
        return session.selectOne("SELECT * FROM pulse_runs WHERE id = ?", RunMapping::run, id);
    }

    Optional<Dispatch> ofKey(String key) {
        return session.selectOne("SELECT * FROM pulse_runs WHERE order_key = ?", RunMapping::dispatch, key);
    }

    /** The dispatch of an approval. */
    Optional<Dispatch> ofApproval(String approvalId) {
        return session
                .select(
                        "SELECT * FROM pulse_runs WHERE approval_id = ? ORDER BY sequence",
                        RunMapping::dispatch,
                        approvalId)
                .stream()
                .findFirst();
    }

    /** In the order in which they are to be done. */
    List<Dispatch> steps(String dispatchId) {
        return session.select(
                "SELECT * FROM pulse_runs WHERE parent_id = ? AND type = 'STEP' ORDER BY sequence",
                RunMapping::dispatch,
                dispatchId);
    }

    /** The dispatch that a pulse led to. */
    Optional<PulseRun> dispatchOf(String pulseId) {
        return session
                .select(
                        "SELECT * FROM pulse_runs WHERE parent_id = ? AND type = 'DISPATCH' ORDER BY sequence",
                        RunMapping::run,
                        pulseId)
                .stream()
                .findFirst();
    }

    /** What has still something to be done for it: dispatches and steps, the oldest first. */
    List<Dispatch> open() {
        return session.select(
                "SELECT * FROM pulse_runs WHERE settled = FALSE AND type <> 'PULSE' ORDER BY sequence",
                RunMapping::dispatch);
    }

    List<PulseRun> runningPulses() {
        return session.select(
                "SELECT * FROM pulse_runs WHERE settled = FALSE AND type = 'PULSE' ORDER BY sequence", RunMapping::run);
    }

    Optional<PulseRun> flying(String profileId, @Nullable String workspaceId) {
        return session.selectOne(
                "SELECT * FROM pulse_runs WHERE flight_key = ?",
                RunMapping::run,
                RunRows.flight(profileId, workspaceId));
    }

    /** When the first run was made that is kept. */
    Optional<Instant> oldest() {
        return session.selectOne(
                "SELECT created_at FROM pulse_runs ORDER BY sequence LIMIT 1", row -> row.time("created_at"));
    }

    /** How many dispatches fly, of everybody. */
    long flights() {
        return session.selectOne(
                        "SELECT COUNT(*) AS n FROM pulse_runs WHERE settled = FALSE AND flight_key IS NOT NULL",
                        row -> row.number("n"))
                .orElse(0L);
    }

    /** What a profile used since a moment. */
    Used ofProfile(String profileId, Instant since) {
        return used("profile_id", profileId, since);
    }

    /** What all profiles of a workspace used since a moment. */
    Used ofWorkspace(String workspaceId, Instant since) {
        return used("workspace_id", workspaceId, since);
    }

    private Used used(String column, String value, Instant since) {
        Used dispatches = session.selectOne(
                        "SELECT COUNT(*) AS n, COALESCE(SUM(CASE WHEN kind = 'RUNBOOK' THEN 0 ELSE tokens END), 0)"
                                + " AS tokens, COALESCE(SUM(CASE WHEN kind = 'RUNBOOK' THEN 0 ELSE micros END), 0) AS micros"
                                + " FROM pulse_runs WHERE " + column
                                + " = ? AND type = 'DISPATCH' AND created_at >= ? AND state <> 'CANCELLED'",
                        Used::of,
                        value,
                        since)
                .orElse(Used.NOTHING);
        Used steps = session.selectOne(
                        "SELECT 0 AS n, COALESCE(SUM(tokens), 0) AS tokens, COALESCE(SUM(micros), 0) AS micros"
                                + " FROM pulse_runs WHERE " + column
                                + " = ? AND type = 'STEP' AND created_at >= ?",
                        Used::of,
                        value,
                        since)
                .orElse(Used.NOTHING);
        return dispatches.plus(steps);
    }

    Page<PulseRun> list(PulseDesk.Filter filter, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" WHERE 1 = 1");
        and(where, values, "profile_id", filter.profileId());
        and(where, values, "workspace_id", filter.workspaceId());
        and(where, values, "type", filter.type() == null ? null : filter.type().name());
        and(
                where,
                values,
                "state",
                filter.state() == null ? null : filter.state().name());
        long total = session.selectOne(
                        "SELECT COUNT(*) AS n FROM pulse_runs" + where, row -> row.number("n"), values.toArray())
                .orElse(0L);
        values.add(page.limit());
        values.add(page.offset());
        List<PulseRun> rows = session.select(
                "SELECT * FROM pulse_runs" + where + " ORDER BY sequence DESC LIMIT ? OFFSET ?",
                RunMapping::run,
                values.toArray());
        return new Page<>(rows, page.offset(), total);
    }

    private static void and(StringBuilder where, List<@Nullable Object> values, String column, @Nullable String value) {
        if (value != null) {
            where.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }
}
