package tacit.panel.evidence;

import java.time.Instant;
import java.util.ArrayList;
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
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;

/** Runs for tests of panels. */
final class Evidence {

    static final Instant NOON = Instant.parse("2026-03-01T11:58:00Z");

    private Evidence() {}

    /** One run with three spans, one of which failed and says what it is given to say. */
    static void run(TraceStore store, String id, String words) {
        Trace trace = Trace.builder(id)
                .workspaceId(Scope.DEFAULT_WORKSPACE)
                .agent("records-agent")
                .taskKey(words)
                .startedAt(NOON)
                .endedAt(NOON.plusSeconds(42))
                .status(TraceStatus.COMPLETED)
                .outcome(Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.GRADER))
                .harnessGeneration("3")
                .attribute("tacit.context.id", words)
                .build();
        List<Span> spans = List.of(
                Span.builder("s1", Operation.INVOKE_AGENT, "invoke_agent records-agent")
                        .startedAt(NOON)
                        .endedAt(NOON.plusSeconds(42))
                        .input(words)
                        .build(),
                Span.builder("s2", Operation.CHAT, "chat small-1")
                        .parentId("s1")
                        .startedAt(NOON.plusSeconds(1))
                        .endedAt(NOON.plusSeconds(15))
                        .output("[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"SELECT 1\"}]}]")
                        .attribute(Attribute.INPUT_TOKENS, 1_200L)
                        .build(),
                Span.builder("s3", Operation.EXECUTE_TOOL, "execute_tool sql")
                        .parentId("s2")
                        .startedAt(NOON.plusSeconds(15))
                        .endedAt(NOON.plusSeconds(40))
                        .status(SpanStatus.ERROR)
                        .statusMessage(words)
                        .errorType("unknown_column")
                        .attribute(Attribute.TOOL_NAME, "sql")
                        .attribute(Attribute.INJECTED, true)
                        .output(words)
                        .build());
        store.append(Scope.ofDefaultWorkspace(), List.of(new TraceUpdate(trace, spans, List.of())));
    }

    /** Many runs without spans, ten minutes apart. */
    static void many(TraceStore store, int count) {
        for (int first = 0; first < count; first += 500) {
            List<TraceUpdate> some = new ArrayList<>();
            for (int i = first; i < Math.min(first + 500, count); i++) {
                some.add(new TraceUpdate(
                        Trace.builder("run-" + i)
                                .workspaceId(Scope.DEFAULT_WORKSPACE)
                                .agent(i % 2 == 0 ? "coder" : "writer")
                                .taskKey("task-" + i % 100)
                                .startedAt(NOON.minusSeconds(600L * i))
                                .endedAt(NOON.minusSeconds(600L * i - 30))
                                .status(TraceStatus.COMPLETED)
                                .build(),
                        List.of(),
                        List.of()));
            }
            store.append(Scope.ofDefaultWorkspace(), some);
        }
    }
}
