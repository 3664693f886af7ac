package tacit.pulse.approvals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.AutonomyPolicy;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.memory.workspace.FolderFiles;
import tacit.pulse.autonomy.LayeredPolicy;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.ListProfiles;
import tacit.runtime.testkit.MovingClock;

/** An inbox over a real database. */
final class Rig {

    final Database database;
    final MovingClock clock = new MovingClock();
    final ListAuditLog audit = new ListAuditLog();
    final FakeSettings settings = new FakeSettings();
    final Bell bell = new Bell();
    WorkspaceFiles files = new FolderFiles(workspace -> Optional.empty(), FolderFiles.LARGEST);
    AutonomyPolicy policy = new LayeredPolicy();
    int hours = 168;
    boolean filesAllow;

    Rig(Database database) {
        this.database = database;
    }

    /** As a host does that has just started. */
    StoredApprovals start() {
        return new StoredApprovals(
                database,
                new Judge(policy, settings),
                ListProfiles.of("p1", "role-1", "w1"),
                files,
                audit,
                new PatternRedactor(),
                clock,
                bell,
                config());
    }

    private StoredApprovals.Config config() {
        return Configurations.of(
                StoredApprovals.Config.class, Map.of("expiry_hours", hours, "manifest_allows", filesAllow));
    }

    static ActionRequest act(String id, ApprovalType type, Map<String, String> details) {
        return new ActionRequest(
                id,
                "p1",
                "w1",
                null,
                "workspace:w1",
                type,
                type == ApprovalType.DISPATCH ? "dispatch_task" : "act",
                "An act",
                details,
                "trace-1",
                List.of("signal:1"));
    }

    static ActionRequest dispatch(String id) {
        return act(id, ApprovalType.DISPATCH, Map.of());
    }

    /** Asks, and has somebody allow it where it waits. */
    static Approval allowed(StoredApprovals inbox, String id) {
        Approval asked = inbox.ask(dispatch(id));
        return asked.state() == Approval.State.PENDING
                ? inbox.answer(asked.id(), true, "ada", null, null).orElseThrow()
                : asked;
    }
}
