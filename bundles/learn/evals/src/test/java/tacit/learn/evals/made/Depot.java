package tacit.learn.evals.made;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.guard.Guard;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.clusters.SqlFailureClusters;
import tacit.learn.evals.replay.Samples;
import tacit.learn.evals.replay.SqlReplayCases;
import tacit.learn.guards.TraceHistories;
import tacit.pulse.guard.RuleGuard;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

/** Runs that send parcels, some to nowhere, over real stores. */
final class Depot {

    static final Scope SCOPE = Scope.ofDefaultWorkspace();
    static final Instant BEGIN = Instant.parse("2026-02-01T08:00:00Z");

    final Database database;
    final SqlTraceStore traces;
    final SqlFailureClusters clusters;
    final SqlReplayCases cases;
    final Samples.NumberedHarness harness = new Samples.NumberedHarness();
    final MovingClock clock = new MovingClock();
    final ListAuditLog audit = new ListAuditLog();
    GuardCases maker;

    Depot(Database database) {
        this.database = database;
        traces = new SqlTraceStore(database);
        clusters = new SqlFailureClusters(
                database, audit, clock, Configurations.of(SqlFailureClusters.Config.class, Map.of()));
        cases = Samples.cases(database, new Samples.ListDecisions(), harness, audit, clock, Map.of());
        maker = maker(Map.of(), guard(""));
    }

    static Guard guard(String rules) {
        return new RuleGuard(Configurations.of(RuleGuard.Config.class, Map.of("rules", rules)));
    }

    GuardCases maker(Map<String, ?> settings, Guard guard) {
        return new GuardCases(
                database,
                clusters,
                cases,
                traces,
                new TraceHistories(),
                new JsonCalls(),
                guard,
                clock,
                Configurations.of(GuardCases.Config.class, settings));
    }

    /** A run of a task that asks for a parcel and sends one. */
    Depot run(String id, String task, int minute, OutcomeLabel label, String parcel) {
        return run(id, task, minute, label, "send_parcel", "{\"id\":\"" + parcel + "\"}", "ada");
    }

    Depot run(
            String id, String task, int minute, OutcomeLabel label, String tool, String input, @Nullable String user) {
        Instant at = BEGIN.plus(Duration.ofMinutes(minute));
        Trace trace = Trace.builder(id)
                .taskKey(task)
                .userId(user)
                .startedAt(at)
                .outcome(label == OutcomeLabel.UNKNOWN ? Outcome.UNKNOWN : Outcome.of(label, OutcomeSource.GRADER))
                .build();
        boolean failed = label == OutcomeLabel.FAILURE;
        String asked = "Send my parcel of run " + id + (label == OutcomeLabel.SUCCESS ? ", as in " + input : "");
        Span said = Span.builder("m1", Operation.CHAT, "chat")
                .startedAt(at)
                .input(said(asked))
                .build();
        Span call = Span.builder("c1", Operation.EXECUTE_TOOL, tool)
                .startedAt(at.plusSeconds(5))
                .input(input)
                .output(failed ? "no such parcel" : "sent on its way")
                .status(failed ? SpanStatus.ERROR : SpanStatus.OK)
                .build();
        traces.append(SCOPE, List.of(TraceUpdate.of(trace, List.of(said, call))));
        return this;
    }

    private static String said(String text) {
        String content = text.replace("\"", "'");
        return "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + content + "\"}]}]";
    }

    /** Failed runs of these tasks, a minute apart, and what is found in them. */
    List<ReplayCase> failed(int from, int until) {
        List<FailureRecord> records = new ArrayList<>();
        for (int n = from; n < until; n++) {
            run("f" + n, "task " + n, n, OutcomeLabel.FAILURE, "X" + n);
            records.add(record("f" + n, "task " + n, n));
        }
        return learn(records);
    }

    Depot succeeded(int from, int until) {
        for (int n = from; n < until; n++) {
            run("s" + n, "task " + n, n, OutcomeLabel.SUCCESS, "P" + n);
        }
        return this;
    }

    static FailureRecord record(String traceId, String task, int minute) {
        Finding finding = new Finding(
                "c1", "tool_error", FailureClass.AGENT, Severity.HIGH, 1, "It failed", "no such parcel", null);
        Signature signature = new Signature("execute_tool", "send_parcel", "tool_error", "no such parcel", "last");
        Instant at = BEGIN.plus(Duration.ofMinutes(minute)).plusSeconds(5);
        return new FailureRecord("r-" + traceId, traceId, task, "test", finding, signature, 0, Duration.ZERO, at);
    }

    List<ReplayCase> learn(List<FailureRecord> records) {
        List<String> ids = records.stream().map(FailureRecord::traceId).toList();
        return maker.make(SCOPE, clusters.assign(SCOPE, ids, records), ids);
    }

    List<FailureCluster> families() {
        return clusters.list(SCOPE, ClusterFilter.ALL, PageRequest.first(10)).rows();
    }

    List<ReplayCase> all() {
        return cases.list(SCOPE, "guard", PageRequest.first(1000)).rows();
    }

    /** How many cases of a side an answer meets. */
    long met(boolean older, String effect) {
        String answer = "{\"effect\":\"" + effect + "\",\"reason\":\"r\"}";
        return all().stream()
                .filter(one -> one.older() == older && cases.judge(one, answer).isEmpty())
                .count();
    }
}
