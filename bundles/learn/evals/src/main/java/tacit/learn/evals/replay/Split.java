package tacit.learn.evals.replay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/**
 * How the decisions, or the runs, that there were when the first case of a role was made are halved by time. What comes later
 * is on neither half and is dealt by a hash.
 *
 * @param recordedAt what the clock showed during the last decision of the older half, or when its last run began
 * @param decisionId the id of that decision, which decides between decisions of the same time; empty for a run
 * @param heldUntil the same time for the newer half; null when it is not known, and then that half has no end
 */
record Split(
        Instant recordedAt, String decisionId, @Nullable Instant heldUntil) {

    /** The halves of the decisions that are recorded now; up to this one where the log forgot all in between. */
    static Split of(DecisionLog log, Decision decision) {
        String role = decision.situation().role();
        long total = log.list(role, PageRequest.first(1)).total();
        Instant newest = newest(log, role).orElseGet(() -> decision.situation().clock());
        return log.list(role, new PageRequest(total / 2, 1)).rows().stream()
                .findFirst()
                .map(middle -> at(middle, newest))
                .orElseGet(() -> at(decision, newest));
    }

    /** The halves of the runs that the workspace holds now, as far as their times are known; empty where the middle one has none. */
    static Optional<Split> ofRuns(TraceStore traces, Scope scope) {
        long total = traces.list(scope, TraceFilter.ALL, PageRequest.first(1)).total();
        return traces.list(scope, TraceFilter.ALL, new PageRequest(total / 2, 1)).rows().stream()
                .map(Trace::startedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .map(middle -> new Split(middle, "", newest(traces, scope).orElse(middle)));
    }

    /** When the newest decision of a role was recorded. */
    static Optional<Instant> newest(DecisionLog log, String role) {
        return log.list(role, PageRequest.first(1)).rows().stream().findFirst().map(decision -> decision.situation()
                .clock());
    }

    /** When the newest run began. */
    static Optional<Instant> newest(TraceStore traces, Scope scope) {
        return traces.list(scope, TraceFilter.ALL, PageRequest.first(1)).rows().stream()
                .map(Trace::startedAt)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Split at(Decision middle, Instant newest) {
        Instant clock = middle.situation().clock();
        return new Split(clock, middle.id(), newest.isBefore(clock) ? clock : newest);
    }

    boolean isOlder(Decision decision) {
        int later = decision.situation().clock().compareTo(recordedAt);
        return later < 0 || (later == 0 && decision.id().compareTo(decisionId) <= 0);
    }

    /** Whether what was first tried at this time is older; runs keep their times to the microsecond. */
    boolean isOlder(Instant time) {
        return !time.truncatedTo(ChronoUnit.MICROS).isAfter(recordedAt);
    }

    /** Whether a time is after both halves. */
    boolean isLater(Instant time) {
        return heldUntil != null && time.truncatedTo(ChronoUnit.MICROS).isAfter(heldUntil);
    }

    /** The split that the workspace keeps for a role: this one, where it has none yet. */
    Split kept(Session session, String workspace, String role) {
        String until = heldUntil == null ? null : heldUntil.toString();
        session.insertAbsent(
                "replay_splits",
                List.of("workspace_id", "role_name", "recorded_at", "decision_id", "held_until"),
                List.<@Nullable Object[]>of(
                        new @Nullable Object[] {workspace, role, recordedAt.toString(), decisionId, until}));
        return find(session, workspace, role).orElseThrow();
    }

    static Optional<Split> find(Session session, String workspace, String role) {
        return session.selectOne(
                "SELECT recorded_at, decision_id, held_until FROM replay_splits WHERE workspace_id = ? AND role_name = ?",
                Split::read,
                workspace,
                role);
    }

    private static Split read(Row row) {
        return new Split(
                Instant.parse(row.text("recorded_at")),
                row.text("decision_id"),
                row.optionalText("held_until").map(Instant::parse).orElse(null));
    }
}
