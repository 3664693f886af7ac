package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.surface.mcp.rpc.Caller;

/**
 * A run as an agent tells of it. Immutable.
 *
 * @param id of the run
 * @param update what is recorded
 */
record ReportedRun(String id, TraceUpdate update) {

    /** The schema of a step. */
    static final ObjectNode SPAN = Schema.closed()
            .text("name", "of the tool or the step")
            .text("operation", "execute_tool unless told; chat, retrieval, step, …")
            .text("input", "what went in")
            .text("output", "what came out")
            .text("error", "what went wrong, where it did")
            .text("errorType", "the class of the error")
            .text("startedAt", "such as 2026-01-31T12:00:00Z")
            .text("endedAt", "such as 2026-01-31T12:00:01Z")
            .text("id", "within the run; its place unless told")
            .text("parentId", "the step that it is part of; the run unless told")
            .requires("name");

    private static final String ROOT = "run";
    private static final String CONTEXT = "tacit.context.id";
    private static final int LONGEST = 200_000;
    private static final int MOST_SPANS = 1_000;
    private static final double PASS_MARK = 0.5;

    static ReportedRun of(Caller caller, Arguments arguments, Instant now) {
        String task = arguments.text("task", LONGEST);
        @Nullable String named = arguments.optionalText("traceId", Arguments.ID);
        String id = named == null
                ? OwnRun.id("report", caller.principal().name(), caller.scope(), arguments.node(), now)
                : named;
        @Nullable Instant end = arguments.optionalTime("endedAt");
        Instant ended = end == null ? now : end;
        @Nullable Instant start = arguments.optionalTime("startedAt");
        Instant started = start == null ? ended : start;
        if (started.isAfter(ended)) {
            throw new IllegalArgumentException("endedAt must not be before startedAt");
        }
        Trace trace = trace(caller, arguments, id).toBuilder()
                .startedAt(started)
                .endedAt(ended)
                .build();
        Span root = Span.builder(ROOT, Operation.INVOKE_AGENT, "invoke_agent " + trace.agent())
                .startedAt(started)
                .endedAt(ended)
                .status(SpanStatus.UNSET)
                .input(task)
                .output(arguments.optionalText("answer", LONGEST))
                .build();
        List<Span> spans = new ArrayList<>(List.of(root));
        spans.addAll(steps(arguments));
        return new ReportedRun(id, new TraceUpdate(trace, spans, outcomes(arguments.object("outcome"), now)));
    }

    private static Trace trace(Caller caller, Arguments arguments, String id) {
        @Nullable String session = arguments.optionalText("sessionId", Arguments.ID);
        @Nullable String agent = arguments.optionalText("agent", Arguments.ID);
        return Trace.builder(id)
                .userId(caller.audience().userId())
                .sessionId(session == null ? caller.sessionId() : session)
                .agent(agent == null ? caller.client() : agent)
                .channel(caller.audience().channel())
                .taskKey(arguments.optionalText("taskKey", Arguments.ID))
                .attribute(Attribute.AUDIENCE, OwnRun.audience(caller))
                .attribute(CONTEXT, arguments.optionalText("contextId", Arguments.ID))
                .build();
    }

    private static List<Span> steps(Arguments arguments) {
        List<Arguments> told = arguments.objects("spans", MOST_SPANS);
        List<Span> spans = new ArrayList<>();
        Set<String> ids = new HashSet<>(Set.of(ROOT));
        for (int i = 0; i < told.size(); i++) {
            Span span = step(told.get(i).known(SPAN), i + 1);
            if (!ids.add(span.id())) {
                throw new IllegalArgumentException("id of a span must be there once, and not be '" + ROOT + "'");
            }
            spans.add(span);
        }
        return spans;
    }

    private static Span step(Arguments step, int position) {
        String name = step.text("name", Arguments.ID);
        String operation =
                Objects.requireNonNullElse(step.optionalText("operation", Arguments.ID), Operation.EXECUTE_TOOL);
        boolean tool = operation.equals(Operation.EXECUTE_TOOL);
        @Nullable String error = step.optionalText("error", LONGEST);
        @Nullable String type = step.optionalText("errorType", Arguments.ID);
        boolean failed = error != null || type != null;
        return Span.builder(
                        Objects.requireNonNullElse(step.optionalText("id", Arguments.ID), "s" + position),
                        operation,
                        tool ? "execute_tool " + name : name)
                .parentId(Objects.requireNonNullElse(step.optionalText("parentId", Arguments.ID), ROOT))
                .position(position)
                .startedAt(step.optionalTime("startedAt"))
                .endedAt(step.optionalTime("endedAt"))
                .status(failed ? SpanStatus.ERROR : SpanStatus.OK)
                .statusMessage(error)
                .errorType(failed && type == null ? "error" : type)
                .input(step.optionalText("input", LONGEST))
                .output(step.optionalText("output", LONGEST))
                .attribute(Attribute.TOOL_NAME, tool ? name : null)
                .build();
    }

    /** What an agent says of its own run is no more than that, whoever it speaks for. */
    private static List<Outcome> outcomes(@Nullable Arguments outcome, Instant now) {
        if (outcome == null) {
            return List.of();
        }
        @Nullable OutcomeLabel label = outcome.optionalChoice("label", OutcomeLabel.class);
        @Nullable Double score = outcome.optionalShare("score");
        if (label == null && score == null) {
            throw new IllegalArgumentException("label or score must be given in outcome");
        }
        if (label == null) {
            label = score != null && score >= PASS_MARK ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE;
        }
        return List.of(new Outcome(
                label, score, OutcomeSource.AGENT, null, outcome.optionalText("explanation", 10_000), null, now));
    }
}
