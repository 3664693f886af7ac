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
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

/** Writes a run of the pipeline as a trace of its own, so that the loop can be audited; it is never mined. */
final class OwnRun {

    private static final String AGENT = "tacit.learn";

    private OwnRun() {}

    static TraceUpdate of(Scope scope, LearningReport report, Instant startedAt, Instant endedAt) {
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
        Span span = Span.builder("run", Operation.INVOKE_WORKFLOW, "invoke_workflow learn")
                .startedAt(startedAt)
                .endedAt(endedAt)
                .status(SpanStatus.OK)
                .attribute("tacit.learn.traces", report.traces())
                .attribute("tacit.learn.failures", report.failures())
                .attribute("tacit.learn.clusters", report.clusters())
                .attribute("tacit.learn.eval_cases", report.evalCases())
                .build();
        return TraceUpdate.of(trace, List.of(span));
    }
}
