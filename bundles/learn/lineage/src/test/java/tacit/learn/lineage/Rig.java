package tacit.learn.lineage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Skills;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases.Draft;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.clusters.SqlFailureClusters;
import tacit.learn.evals.SqlEvalCases;
import tacit.learn.evals.replay.SqlReplayCases;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

/** Real stores of evidence, families and cases; experiments and generations in memory. */
final class Rig {

    static final Scope SCOPE = Scope.ofWorkspace("w1");
    static final String RULE = "ask unseen_value write * - Nobody wrote this value";

    final MovingClock clock = new MovingClock();
    final SqlTraceStore traces;
    final SqlMemoryStore memories;

    @Nullable
    Skills skills;

    final SqlFailureClusters clusters;
    final SqlEvalCases evals;
    final SqlReplayCases replays;
    final ListExperiments experiments = new ListExperiments();
    final ListGenerations generations = new ListGenerations();

    Rig(Database database) {
        FixedRuns runs = new FixedRuns();
        traces = new SqlTraceStore(database);
        memories = new SqlMemoryStore(database, clock);
        clusters = new SqlFailureClusters(database, new ListAuditLog(), clock, 0.65);
        evals = new SqlEvalCases(database, clusters, clock);
        replays = new SqlReplayCases(
                database,
                runs,
                traces,
                runs,
                new PatternRedactor(),
                new ListAuditLog(),
                clock,
                Configurations.of(SqlReplayCases.Config.class, Map.of()));
    }

    StoredLineage lineage() {
        StoredLineage lineage =
                new StoredLineage(traces, clusters, evals, replays, experiments.asked(), generations, memories);
        lineage.skills = skills;
        return lineage;
    }

    /** Failed runs of this user, each with one failure of the same family. */
    FailureCluster fail(@Nullable String user, String... ids) {
        List<TraceUpdate> runs = Stream.of(ids).map(id -> failed(user, id)).toList();
        traces.append(SCOPE, runs);
        clusters.assign(
                new Scope("w1", user),
                List.of(ids),
                Stream.of(ids).map(Rig::failure).toList());
        evals.refresh(SCOPE, families());
        return families().get(0);
    }

    List<FailureCluster> families() {
        return clusters.list(SCOPE, ClusterFilter.ALL, PageRequest.first(100)).rows();
    }

    private static TraceUpdate failed(@Nullable String user, String id) {
        return TraceUpdate.of(
                Trace.builder(id)
                        .workspaceId("w1")
                        .userId(user)
                        .agent("clerk")
                        .taskKey("task-" + id)
                        .harnessGeneration("1")
                        .outcome(Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.GRADER))
                        .build(),
                List.of());
    }

    static String failureId(String trace) {
        return "f-" + trace;
    }

    private static FailureRecord failure(String trace) {
        Finding finding = new Finding(
                null, "tool_error", FailureClass.AGENT, Severity.MEDIUM, 0.6, "A call failed", "no such column", null);
        Signature signature = new Signature("execute_tool", "sql", "tool_error", "no such column", "middle");
        return new FailureRecord(
                failureId(trace),
                trace,
                "task-" + trace,
                "failed_call",
                finding,
                signature,
                10,
                Duration.ofMillis(250),
                null);
    }

    ReplayCase replay(String decision, ReplayCase.Origin origin, String source) {
        AnswerCheck check = new AnswerCheck(AnswerCheck.Kind.EQUALS, "/effect", List.of("\"deny\""));
        return replays.add(
                SCOPE, new Draft(decision, "Asks first", List.of(check), origin, source, "ada", false, null));
    }

    void asked(String experiment, String... cases) {
        replays.record(
                SCOPE,
                Stream.of(cases)
                        .flatMap(id -> Stream.of(ReplayRun.Arm.values()).map(arm -> run(experiment, id, arm)))
                        .toList());
    }

    private ReplayRun run(String experiment, String id, ReplayRun.Arm arm) {
        return new ReplayRun(
                id, experiment, arm, ReplayRun.Outcome.PASSED, null, Duration.ofMillis(1), clock.instant());
    }
}
