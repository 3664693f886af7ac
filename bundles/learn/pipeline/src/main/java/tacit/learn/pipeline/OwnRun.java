package tacit.learn.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tacit.api.learn.LearningReport;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

/** Writes a run of the pipeline as a trace of its own, so that the loop can be audited: its steps with what each was about. It is never mined. */
final class OwnRun {

    private static final String AGENT = "tacit.learn";
    private static final String ROOT = "run";

    private OwnRun() {}

    static TraceUpdate of(Scope scope, Tally tally, Instant startedAt, Instant endedAt) {
        LearningReport report = tally.report();
        String key = scope.workspaceId() + "\n" + startedAt + "\n" + report;
        String id = "learn-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        Trace trace = Trace.builder(id)
                .workspaceId(scope.workspaceId())
                .agent(AGENT)
                .startedAt(startedAt)
                .endedAt(endedAt)
                .status(TraceStatus.COMPLETED)
                .attribute(Attribute.OWN_RUN, true)
                .build();
        Span root = span(ROOT, Operation.INVOKE_WORKFLOW, "invoke_workflow learn", 0, startedAt, endedAt)
                .attribute("tacit.learn.traces", report.traces())
                .attribute("tacit.learn.failures", report.failures())
                .attribute("tacit.learn.clusters", report.clusters())
                .attribute("tacit.learn.eval_cases", report.evalCases())
                .attribute("tacit.learn.replay_cases", tally.replayCases())
                .build();
        return TraceUpdate.of(
                trace,
                List.of(
                        root,
                        step("mine", 1, startedAt, endedAt, "tacit.learn.trace_ids", tally.traceIds()),
                        step("cluster", 2, startedAt, endedAt, "tacit.learn.cluster_ids", tally.clusterIds()),
                        step("cases", 3, startedAt, endedAt, "tacit.learn.case_ids", tally.caseIds())));
    }

    /** A step of the run with what it was about: the first names, {@link Tally#MOST_NAMES} at most. */
    private static Span step(
            String name, int position, Instant startedAt, Instant endedAt, String attribute, List<String> ids) {
        return span(name, Operation.STEP, name, position, startedAt, endedAt)
                .parentId(ROOT)
                .attribute(attribute, ids)
                .build();
    }

    private static SpanBuilder span(
            String id, String operation, String name, int position, Instant startedAt, Instant endedAt) {
        return Span.builder(id, operation, name)
                .position(position)
                .startedAt(startedAt)
                .endedAt(endedAt)
                .status(SpanStatus.OK);
    }
}
