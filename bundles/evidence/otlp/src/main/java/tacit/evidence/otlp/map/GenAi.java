package tacit.evidence.otlp.map;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.evidence.otlp.map.RunFacts.Fact;

/** The OpenTelemetry conventions for generative AI and MCP, by their current names. */
final class GenAi implements Convention {

    private static final List<String> COUNTS = List.of(
            Attribute.INPUT_TOKENS,
            Attribute.OUTPUT_TOKENS,
            "gen_ai.usage.cache_read.input_tokens",
            "gen_ai.usage.cache_creation.input_tokens",
            "gen_ai.usage.reasoning.output_tokens");

    private static final Map<String, String> MCP_OPERATIONS = Map.of(
            "tools/call", Operation.EXECUTE_TOOL,
            "resources/read", Operation.RETRIEVAL);

    @Override
    public void read(SpanDraft span) {
        Draft attributes = span.attributes();
        span.offerOperation(operation(attributes.takeText("gen_ai.operation.name")));
        String mcp = attributes.peek("mcp.method.name");
        span.offerOperation(mcp == null ? null : MCP_OPERATIONS.getOrDefault(mcp, Operation.STEP));
        span.run().offer(Fact.SESSION, attributes.peek(Attribute.CONVERSATION_ID));
        span.run().offer(Fact.SESSION, attributes.peek("session.id"));
        span.run().offer(Fact.USER, attributes.peek("user.id"));
        span.run().offer(Fact.USER, attributes.peek("enduser.id"));
        COUNTS.forEach(key -> attributes.renameNumber(key, key));
        span.offerInput(messages(attributes));
        span.offerOutput(MessageForms.normalise(attributes.take("gen_ai.output.messages"), "assistant"));
        span.offerInput(attributes.takeText("gen_ai.tool.call.arguments"));
        span.offerOutput(attributes.takeText("gen_ai.tool.call.result"));
        span.offerInput(attributes.takeText("gen_ai.retrieval.query.text"));
        span.offerOutput(attributes.takeText("gen_ai.retrieval.documents"));
        texts(attributes);
    }

    /** Micrometer observations call what wraps a model call {@code framework}. */
    private static @Nullable String operation(@Nullable String stated) {
        return "framework".equals(stated) ? Operation.STEP : stated;
    }

    private static @Nullable String messages(Draft attributes) {
        String system = attributes.takeText("gen_ai.system_instructions");
        Object input = attributes.take("gen_ai.input.messages");
        if (system == null) {
            return MessageForms.normalise(input, "user");
        }
        Messages messages = new Messages();
        MessageTexts.addTo(messages, system, "system");
        MessageTexts.addTo(messages, Draft.text(input), "user");
        return messages.json();
    }

    /** What is structured on some emitters and text on others is kept as text. */
    private static void texts(Draft attributes) {
        String definitions = attributes.takeText("gen_ai.tool.definitions");
        attributes.put("gen_ai.tool.definitions", definitions);
    }
}
