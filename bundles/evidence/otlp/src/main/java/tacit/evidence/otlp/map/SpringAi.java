package tacit.evidence.otlp.map;

import java.util.Map;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.evidence.otlp.map.RunFacts.Fact;

/** Spring AI: the observations that have names of their own beside {@code gen_ai.*}. */
final class SpringAi implements Convention {

    private static final Map<String, String> KINDS = Map.of(
            "chat_client", Operation.INVOKE_AGENT,
            "tool_call", Operation.EXECUTE_TOOL,
            "advisor", Operation.STEP,
            "vector_store", Operation.RETRIEVAL);

    @Override
    public void read(SpanDraft span) {
        Draft attributes = span.attributes();
        String kind = attributes.peek("spring.ai.kind");
        String mapped = kind == null ? null : KINDS.get(kind);
        if (Operation.STEP.equals(span.operation()) && mapped != null) {
            span.refineOperation(mapped);
        }
        span.offerOperation(mapped);
        span.run().offer(Fact.SESSION, attributes.takeText("spring.ai.chat.client.conversation.id"));
        attributes.rename("spring.ai.tool.definition.name", Attribute.TOOL_NAME);
        attributes.rename("spring.ai.tool.definition.description", "gen_ai.tool.description");
        attributes.rename("spring.ai.tool.call.id", Attribute.TOOL_CALL_ID);
        span.offerInput(attributes.takeText("spring.ai.tool.call.arguments"));
        span.offerOutput(attributes.takeText("spring.ai.tool.call.result"));
        span.offerInput(MessageForms.normalise(attributes.take("spring.ai.chat.client.user.text"), "user"));
        span.offerInput(attributes.takeText("db.vector.query.content"));
        span.offerOutput(attributes.takeText("spring.ai.vector_store.query.response.documents"));
    }
}
