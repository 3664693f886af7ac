package tacit.pulse.dreams;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import tacit.api.store.Session;

/** The rows of tasks that are still to be dreamt of. Confined to one transaction. */
final class DueRows {

    private final Session session;

    DueRows(Session session) {
        this.session = session;
    }

    /** A task that is to be dreamt of. */
    record Due(String workspaceId, String taskId, String profileId) {}

    void add(Due due, Instant at) {
        Object[] row = {due.workspaceId(), due.taskId(), due.profileId(), at};
        session.insertAbsent(
                "dreaming_due",
                List.of("workspace_id", "task_id", "profile_id", "due_at"),
                Collections.singletonList(row));
    }

    /** Those whose time has come, the first first. */
    List<Due> at(Instant now) {
        return session.select(
                "SELECT * FROM dreaming_due WHERE due_at <= ? ORDER BY due_at, workspace_id, task_id LIMIT 1000",
                row -> new Due(row.text("workspace_id"), row.text("task_id"), row.text("profile_id")),
                now);
    }

    void done(Due due) {
        session.update(
                "DELETE FROM dreaming_due WHERE workspace_id = ? AND task_id = ?", due.workspaceId(), due.taskId());
    }
}
