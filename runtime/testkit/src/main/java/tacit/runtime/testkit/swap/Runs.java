package tacit.runtime.testkit.swap;

import java.util.List;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;

/** Runs that roles are asked about; nobody else learns from them, so that nothing but the callers changes what is known of them. */
final class Runs {

    private static final int MOST = 100;

    private final TraceStore traces;

    Runs(Facades facades) {
        traces = facades.service(TraceStore.class);
    }

    void make() {
        append(Kept.ALL, run(Kept.GOOD, "ada", OutcomeLabel.SUCCESS));
        append(Kept.ALL, run(Kept.FAILED, "ada", OutcomeLabel.FAILURE));
    }

    /** The run of a caller, which is there from then on. */
    String load(Scope scope) {
        String user = scope.user().orElseThrow();
        String id = "run-" + user;
        append(Scope.ofWorkspace(scope.workspaceId()), run(id, user, OutcomeLabel.SUCCESS));
        return id;
    }

    private void append(Scope scope, TraceUpdate update) {
        traces.append(scope, List.of(update));
        settle(scope);
    }

    void settle(Scope scope) {
        traces.learned(scope, traces.pending(scope, MOST));
    }

    private static TraceUpdate run(String id, String user, OutcomeLabel label) {
        boolean failed = label == OutcomeLabel.FAILURE;
        Span called = Span.builder("s1", Operation.EXECUTE_TOOL, "execute_tool deploy")
                .attribute(Attribute.TOOL_NAME, "deploy")
                .startedAt(Kept.NOW.minusSeconds(60))
                .input("{\"service\":\"checkout\"}")
                .status(failed ? SpanStatus.ERROR : SpanStatus.OK)
                .statusMessage(failed ? "HTTP 429: too many requests" : null)
                .build();
        Trace trace = Trace.builder(id)
                .userId(user)
                .taskKey("Deploy the checkout service")
                .startedAt(Kept.NOW.minusSeconds(60))
                .endedAt(Kept.NOW.minusSeconds(50))
                .outcome(Outcome.of(label, OutcomeSource.GRADER))
                .build();
        return TraceUpdate.of(trace, List.of(called));
    }
}
