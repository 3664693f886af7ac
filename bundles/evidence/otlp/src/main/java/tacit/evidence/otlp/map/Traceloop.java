package tacit.evidence.otlp.map;

import java.util.Map;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.evidence.otlp.map.RunFacts.Fact;

/** Traceloop and OpenLLMetry: workflows, tasks, agents and tools, and {@code llm.*} of old. */
final class Traceloop implements Convention {

    private static final Map<String, String> KINDS = Map.of(
            "workflow", Operation.INVOKE_WORKFLOW,
            "task", Operation.STEP,
            "agent", Operation.INVOKE_AGENT,
            "tool", Operation.EXECUTE_TOOL);

    private static final Map<String, String> REQUESTS = Map.of(
            "chat", Operation.CHAT,
            "completion", Operation.TEXT_COMPLETION,
            "embedding", Operation.EMBEDDINGS,
            "rerank", "rerank");

    private static final String ASSOCIATION = "traceloop.association.properties.";

    @Override
    public void read(SpanDraft span) {
        Draft attributes = span.attributes();
        String kind = attributes.takeText("traceloop.span.kind");
        String request = attributes.takeText("llm.request.type");
        span.offerOperation(kind == null ? null : KINDS.getOrDefault(kind, Operation.STEP));
        span.offerOperation(request == null ? null : REQUESTS.get(request));
        if ("tool".equals(kind)) {
            attributes.rename("traceloop.entity.name", Attribute.TOOL_NAME);
        } else if ("agent".equals(kind)) {
            attributes.rename("traceloop.entity.name", Attribute.AGENT_NAME);
        }
        span.offerInput(attributes.takeText("traceloop.entity.input"));
        span.offerOutput(attributes.takeText("traceloop.entity.output"));
        span.run().offer(Fact.SESSION, attributes.peek(ASSOCIATION + "session_id"));
        span.run().offer(Fact.SESSION, attributes.peek(ASSOCIATION + "thread_id"));
        span.run().offer(Fact.USER, attributes.peek(ASSOCIATION + "user_id"));
        attributes.renameNumber("llm.usage.prompt_tokens", Attribute.INPUT_TOKENS);
        attributes.renameNumber("llm.usage.completion_tokens", Attribute.OUTPUT_TOKENS);
        attributes.renameNumber("llm.usage.total_tokens", "gen_ai.usage.total_tokens");
    }
}
