package tacit.learn.evals.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.store.PageRequest;
import tacit.api.store.Session;

/**
 * The decision with which the older half of a role's decisions ended when the first case of the role was made. What was recorded
 * until then is older for ever, what comes later is newer.
 *
 * @param recordedAt what the clock showed during that decision
 * @param decisionId its id, which decides between decisions of the same time
 */
record Split(Instant recordedAt, String decisionId) {

    /** The split of the decisions that are recorded now; this one where the log forgot all in between. */
    static Split of(DecisionLog log, Decision decision) {
        String role = decision.situation().role();
        long total = log.list(role, PageRequest.first(1)).total();
        return log.list(role, new PageRequest(total / 2, 1)).rows().stream()
                .findFirst()
                .map(Split::at)
                .orElseGet(() -> at(decision));
    }

    private static Split at(Decision decision) {
        return new Split(decision.situation().clock(), decision.id());
    }

    boolean isOlder(Decision decision) {
        int later = decision.situation().clock().compareTo(recordedAt);
        return later < 0 || (later == 0 && decision.id().compareTo(decisionId) <= 0);
    }

    /** The split that the workspace keeps for a role: this one, where it has none yet. */
    Split kept(Session session, String workspace, String role) {
        session.insertAbsent(
                "replay_splits",
                List.of("workspace_id", "role_name", "recorded_at", "decision_id"),
                List.<Object[]>of(new Object[] {workspace, role, recordedAt.toString(), decisionId}));
        return find(session, workspace, role).orElseThrow();
    }

    static Optional<Split> find(Session session, String workspace, String role) {
        return session.selectOne(
                "SELECT recorded_at, decision_id FROM replay_splits WHERE workspace_id = ? AND role_name = ?",
                row -> new Split(Instant.parse(row.text("recorded_at")), row.text("decision_id")),
                workspace,
                role);
    }
}
