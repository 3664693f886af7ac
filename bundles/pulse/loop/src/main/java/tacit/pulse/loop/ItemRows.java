package tacit.pulse.loop;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.PulseDesk.Handoff;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of what comes due, in one transaction: when it was done last, proactive tasks, and schedules. */
final class ItemRows {

    private final Session session;

    ItemRows(Session session) {
        this.session = session;
    }

    /** When each item was done last. */
    Map<String, Instant> done(String profileId, String workspaceId) {
        Map<String, Instant> done = new HashMap<>();
        session.select(
                "SELECT item, done_at FROM pulse_marks WHERE profile_id = ? AND workspace_id = ?",
                row -> done.put(row.text("item"), row.time("done_at")),
                profileId,
                workspaceId);
        return done;
    }

    void mark(String profileId, String workspaceId, String item, String runId, Instant at) {
        session.insertAbsent(
                "pulse_marks",
                List.of("profile_id", "workspace_id", "item", "done_at", "run_id"),
                List.<@Nullable Object[]>of(new @Nullable Object[] {profileId, workspaceId, item, at, runId}));
        session.update(
                "UPDATE pulse_marks SET done_at = ?, run_id = ? WHERE profile_id = ? AND workspace_id = ? AND item = ?"
                        + " AND done_at < ?",
                at,
                runId,
                profileId,
                workspaceId,
                item,
                at);
    }

    List<ProactiveTask> proactive(String profileId) {
        return session.select(
                "SELECT content FROM pulse_proactive WHERE profile_id = ?",
                row -> Kept.proactive(row.text("content")),
                profileId);
    }

    void keep(String profileId, ProactiveTask task, Instant now) {
        remove(profileId, task.id());
        session.update(
                "INSERT INTO pulse_proactive (profile_id, task_id, content, changed_at) VALUES (?, ?, ?, ?)",
                profileId,
                task.id(),
                Kept.json(task),
                now);
    }

    boolean remove(String profileId, String taskId) {
        return session.update("DELETE FROM pulse_proactive WHERE profile_id = ? AND task_id = ?", profileId, taskId)
                > 0;
    }

    /** False when the task has a schedule. */
    boolean add(Schedule schedule, Instant now) {
        Handoff handoff = schedule.handoff();
        return session.insertAbsent(
                        "pulse_schedules",
                        List.of(
                                "id",
                                "profile_id",
                                "workspace_id",
                                "task_id",
                                "name",
                                "prompt",
                                "cron",
                                "zone",
                                "next_at",
                                "created_at"),
                        List.<@Nullable Object[]>of(new @Nullable Object[] {
                            handoff.id(),
                            handoff.profileId(),
                            handoff.workspaceId(),
                            schedule.taskId(),
                            handoff.name(),
                            handoff.prompt(),
                            handoff.cron(),
                            schedule.zone(),
                            handoff.nextAt(),
                            now
                        }))[0];
    }

    List<Schedule> schedules(@Nullable String profileId) {
        return profileId == null
                ? session.select("SELECT * FROM pulse_schedules ORDER BY created_at, id", ItemRows::schedule)
                : session.select(
                        "SELECT * FROM pulse_schedules WHERE profile_id = ? ORDER BY created_at, id",
                        ItemRows::schedule,
                        profileId);
    }

    List<Schedule> dueSchedules(Instant now) {
        return session.select(
                "SELECT * FROM pulse_schedules WHERE next_at <= ? ORDER BY next_at, id", ItemRows::schedule, now);
    }

    Optional<Instant> nextSchedule() {
        return session.selectOne("SELECT MIN(next_at) AS at FROM pulse_schedules", row -> row.optionalTime("at"))
                .flatMap(at -> at);
    }

    /** False when somebody else moved it on. */
    boolean moveOn(String id, Instant from, Instant to, @Nullable String runId) {
        return session.update(
                        "UPDATE pulse_schedules SET next_at = ?, last_run_id = COALESCE(?, last_run_id) WHERE id = ? AND next_at = ?",
                        to,
                        runId,
                        id,
                        from)
                == 1;
    }

    boolean removeSchedule(String id) {
        return session.update("DELETE FROM pulse_schedules WHERE id = ?", id) > 0;
    }

    private static Schedule schedule(Row row) {
        return new Schedule(
                new Handoff(
                        row.text("id"),
                        row.text("profile_id"),
                        row.text("workspace_id"),
                        row.text("name"),
                        row.text("prompt"),
                        row.text("cron"),
                        row.time("next_at"),
                        row.optionalText("last_run_id").orElse(null)),
                row.text("task_id"),
                row.text("zone"));
    }

    /** A schedule with the task that it took over, and the time zone of its times. Immutable. */
    record Schedule(Handoff handoff, String taskId, String zone) {}
}
