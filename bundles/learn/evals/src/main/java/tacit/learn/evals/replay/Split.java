package tacit.learn.evals.replay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/**
 * The decision, or the run, with which the older half of a role's questions ended when the first case of the role was made. What was recorded
 * until then is older for ever, what comes later is newer.
 *
 * @param recordedAt what the clock showed during that decision, or when the run began
 * @param decisionId its id, which decides between decisions of the same time; empty for a run
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

    /** The split of the runs that the workspace holds now, as far as their times are known; empty where the middle one has none. */
    static Optional<Split> ofRuns(TraceStore traces, Scope scope) {
        long total = traces.list(scope, TraceFilter.ALL, PageRequest.first(1)).total();
        return traces.list(scope, TraceFilter.ALL, new PageRequest(total / 2, 1)).rows().stream()
                .map(Trace::startedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .map(middle -> new Split(middle, ""));
    }

    private static Split at(Decision decision) {
        return new Split(decision.situation().clock(), decision.id());
    }

    boolean isOlder(Decision decision) {
        int later = decision.situation().clock().compareTo(recordedAt);
        return later < 0 || (later == 0 && decision.id().compareTo(decisionId) <= 0);
    }

    /** Whether what was first tried at this time is older; runs keep their times to the microsecond. */
    boolean isOlder(Instant time) {
        return !time.truncatedTo(ChronoUnit.MICROS).isAfter(recordedAt);
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
