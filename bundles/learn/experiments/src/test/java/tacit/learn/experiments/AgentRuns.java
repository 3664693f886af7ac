package tacit.learn.experiments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import tacit.api.access.AuditLog;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.clusters.SqlFailureClusters;

/** Runs of agents in real stores, graded and mined as a test says. */
final class AgentRuns {

    final SqlTraceStore traces;
    final SqlFailureClusters clusters;
    Scope scope = Rig.SCOPE;
    private final Clock clock;
    private int made;

    AgentRuns(Database database, AuditLog audit, Clock clock) {
        traces = new SqlTraceStore(database);
        clusters = new SqlFailureClusters(database, audit, clock, 0.8);
        this.clock = clock;
    }

    /** Graded runs without failures that are known, one each minute, the last one a minute ago. */
    void graded(int count, IntPredicate success) {
        add(count, success, i -> false);
    }

    void add(int count, IntPredicate success, IntPredicate inFamily) {
        List<TraceUpdate> updates = new ArrayList<>();
        List<FailureRecord> failures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant start = clock.instant().minus(Duration.ofMinutes(count - i));
            String id = "t" + made++;
            updates.add(update(Trace.builder(id).startedAt(start).outcome(outcome(success.test(i)))));
            if (inFamily.test(i)) {
                failures.add(failure(id, start));
            }
        }
        traces.append(scope, updates);
        clusters.assign(scope, failures.stream().map(FailureRecord::traceId).toList(), failures);
        mine();
    }

    /** Graded runs of these sessions, all of which started a minute ago; mined. */
    void ofSessions(List<String> sessions, Predicate<String> success) {
        List<TraceUpdate> updates = new ArrayList<>();
        for (String session : sessions) {
            updates.add(update(Trace.builder("t" + made++)
                    .sessionId(session)
                    .startedAt(clock.instant().minus(Duration.ofMinutes(1)))
                    .outcome(outcome(success.test(session)))));
        }
        traces.append(scope, updates);
        mine();
    }

    /** A run that nobody has graded and nobody has learned from. */
    String add(String id, Instant start, boolean inFamily) {
        append(Trace.builder(id).startedAt(start).status(TraceStatus.COMPLETED));
        if (inFamily) {
            clusters.assign(scope, List.of(id), List.of(failure(id, start)));
        }
        return id;
    }

    void append(TraceBuilder trace) {
        traces.append(scope, List.of(update(trace)));
    }

    private TraceUpdate update(TraceBuilder trace) {
        return TraceUpdate.of(trace.workspaceId(scope.workspaceId()).build(), List.of());
    }

    void grade(String id, boolean success) {
        append(Trace.builder(id).outcome(outcome(success)));
    }

    private static Outcome outcome(boolean success) {
        return Outcome.of(success ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE, OutcomeSource.GRADER);
    }

    /** All runs were learned from. */
    void mine() {
        while (!traces.pending(scope, 1_000).isEmpty()) {
            traces.learned(scope, traces.pending(scope, 1_000));
        }
    }

    private static FailureRecord failure(String traceId, Instant at) {
        Finding finding = new Finding(
                "s1", "tool_error", FailureClass.AGENT, Severity.HIGH, 1, "It failed", "no such column", null);
        Signature signature = new Signature("execute_tool", "sql", "tool_error", "no such column", "last");
        return new FailureRecord("r-" + traceId, traceId, traceId, "test", finding, signature, 0, Duration.ZERO, at);
    }

    /** The only family. */
    FailureCluster family() {
        return clusters.list(scope, ClusterFilter.ALL, PageRequest.first(1))
                .rows()
                .get(0);
    }

    void move(ClusterState state) {
        clusters.move(scope, family().id(), state, family().version(), "ada");
    }
}
