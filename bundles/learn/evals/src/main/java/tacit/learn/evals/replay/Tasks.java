package tacit.learn.evals.replay;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Session;

/** On which side the tasks of one role are, and what keeps its decisions together, for ever. Keeps their hashes and no words. Confined to one transaction. */
final class Tasks {

    private final Session session;
    private final String workspace;
    private final String role;

    Tasks(Session session, String workspace, String role) {
        this.session = session;
        this.workspace = workspace;
        this.role = role;
    }

    /** Whether a task is older; empty when it was not dealt yet. */
    Optional<Boolean> side(String task) {
        return session.selectOne(
                "SELECT older FROM replay_tasks WHERE workspace_id = ? AND role_name = ? AND task = ?",
                row -> row.truth("older"),
                workspace,
                role,
                CaseKeys.sha256(task));
    }

    void keep(String task, boolean older) {
        session.insertAbsent(
                "replay_tasks",
                List.of("workspace_id", "role_name", "task", "older"),
                List.<@Nullable Object[]>of(new Object[] {workspace, role, CaseKeys.sha256(task), older}));
    }
}
