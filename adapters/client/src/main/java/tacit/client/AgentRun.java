package tacit.client;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.client.ModelCall.Part;
import tacit.client.ModelCall.ToolCall;
import tacit.client.ModelCall.ToolResult;

/**
 * Records what an agent does for one task and reports it when it is over. Thread-safe; nothing is recorded after the end.
 *
 * <p>What Tacit put into the prompt stands in a span of its own that is marked as injected, so it is never learnt again.
 */
public final class AgentRun {

    private static final int MOST_SPANS = 200;

    private final TacitClient client;
    private final TraceIds ids;
    private final Clock clock;
    private final RunFacts facts;
    private final String traceId;
    private final String rootId;
    private final Instant startedAt;
    private final Map<String, Object> attributes;
    private final List<AgentSpan> spans = new ArrayList<>();
    private final List<ToolCall> pending = new ArrayList<>();
    private String injected = "";
    private Instant lastAnswer;
    private boolean over;

    /** Begins a run. */
    public AgentRun(TacitClient client, TraceIds ids, Clock clock, RunFacts facts) {
        this.client = client;
        this.ids = ids;
        this.clock = clock;
        this.facts = facts;
        this.traceId = ids.trace();
        this.rootId = ids.span();
        this.startedAt = clock.instant();
        this.lastAnswer = startedAt;
        this.attributes = new LinkedHashMap<>(facts.attributes());
    }

    /** The id of its trace: outcomes and feedback name it. */
    public String traceId() {
        return traceId;
    }

    /** Notes the context that was asked for and what of it went into the prompt. */
    public synchronized void context(String task, Context context) {
        if (context.id().isEmpty()) {
            return;
        }
        attributes.put("tacit.context.id", context.id());
        Fields.put(
                attributes,
                "tacit.harness_generation",
                context.generation() == null ? null : "" + context.generation());
        if (!context.isEmpty()) {
            injected = context.text();
            Map<String, Object> retrieval = new LinkedHashMap<>();
            retrieval.put("gen_ai.operation.name", "retrieval");
            retrieval.put("gen_ai.retrieval.query.text", task);
            retrieval.put("gen_ai.retrieval.documents", context.text());
            retrieval.put("tacit.injected", true);
            add(new AgentSpan(
                    ids.span(), rootId, "retrieval tacit", startedAt, clock.instant(), null, null, retrieval));
        }
    }

    /** A text of the prompt without what Tacit put into it. */
    public synchronized String withoutContext(String text) {
        return injected.isEmpty() ? text : text.replace(injected, "").strip();
    }

    /** Notes one call of the model; calls of tools that it asks for are noted with their results. */
    public synchronized void modelCall(ModelCall call) {
        if (!over) {
            Throwable failure = call.failure();
            add(new AgentSpan(
                    ids.span(),
                    rootId,
                    call.name(),
                    call.startedAt(),
                    call.endedAt(),
                    failure == null ? null : failure.getClass().getName(),
                    failure == null ? null : failure.getMessage(),
                    call.attributes()));
            pending.addAll(call.toolCalls());
            lastAnswer = call.endedAt();
        }
    }

    /** Notes results of tools that the model asked for; those of earlier calls are passed over. */
    public synchronized void toolResults(List<ToolResult> results) {
        for (ToolResult result : results) {
            pending.stream()
                    .filter(call -> call.id().equals(result.id()) && call.name().equals(result.name()))
                    .findFirst()
                    .ifPresent(call -> {
                        pending.remove(call);
                        tool(call, result.result(), result.failed() ? "tool_error" : null);
                    });
        }
    }

    private void tool(ToolCall call, @Nullable String result, @Nullable String error) {
        Map<String, Object> tool = new LinkedHashMap<>();
        tool.put("gen_ai.operation.name", "execute_tool");
        tool.put("gen_ai.tool.name", call.name());
        tool.put("gen_ai.tool.call.id", call.id());
        tool.put("gen_ai.tool.call.arguments", call.arguments());
        Fields.put(tool, "gen_ai.tool.call.result", result);
        add(new AgentSpan(
                ids.span(),
                rootId,
                "execute_tool " + call.name(),
                lastAnswer,
                clock.instant(),
                error,
                error == null ? null : result,
                tool));
    }

    private void add(AgentSpan span) {
        if (over) {
            return;
        }
        spans.add(span);
        if (spans.size() >= MOST_SPANS) {
            report();
        }
    }

    private void report() {
        client.report(new AgentTrace(traceId, facts.agent(), spans));
        spans.clear();
    }

    /**
     * Ends the run and reports it; a second call does nothing.
     *
     * @param input what was asked
     * @param output what was answered at last; null where nothing was
     * @param failure what ended it; null where nothing went wrong
     */
    public synchronized void end(String input, @Nullable String output, @Nullable Throwable failure) {
        if (over) {
            return;
        }
        List<ToolCall> open = List.copyOf(pending);
        pending.clear();
        String type = failure == null ? null : failure.getClass().getName();
        open.forEach(call -> tool(call, failure == null ? output : failure.getMessage(), type));
        attributes.put("gen_ai.input.messages", Json.write(List.of(Part.message("user", List.of(Part.text(input))))));
        if (output != null) {
            attributes.put(
                    "gen_ai.output.messages",
                    Json.write(List.of(Part.message("assistant", List.of(Part.text(output))))));
        }
        String message = failure == null ? null : failure.getMessage();
        spans.add(new AgentSpan(
                rootId, null, "invoke_agent " + facts.agent(), startedAt, clock.instant(), type, message, attributes));
        report();
        over = true;
    }
}
