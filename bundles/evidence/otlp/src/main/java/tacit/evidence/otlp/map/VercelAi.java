package tacit.evidence.otlp.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.evidence.otlp.map.RunFacts.Fact;
import tacit.evidence.otlp.wire.Json;

/** The Vercel AI SDK: {@code ai.*}, with one span around a run, one per model call and one per tool call. */
final class VercelAi implements Convention {

    private static final String METADATA = "ai.telemetry.metadata.";

    @Override
    public void read(SpanDraft span) {
        Draft attributes = span.attributes();
        span.offerOperation(operation(attributes.peek("ai.operationId")));
        span.run().offer(Fact.SESSION, attributes.peek(METADATA + "sessionId"));
        span.run().offer(Fact.USER, attributes.peek(METADATA + "userId"));
        span.run().offer(Fact.AGENT, attributes.peek("ai.telemetry.functionId"));
        attributes.rename("ai.model.id", Attribute.REQUEST_MODEL);
        attributes.rename("ai.model.provider", Attribute.PROVIDER_NAME);
        attributes.rename("ai.response.model", Attribute.RESPONSE_MODEL);
        attributes.rename("ai.response.id", Attribute.RESPONSE_ID);
        attributes.rename("ai.response.finishReason", Attribute.FINISH_REASONS);
        attributes.rename("ai.toolCall.name", Attribute.TOOL_NAME);
        attributes.rename("ai.toolCall.id", Attribute.TOOL_CALL_ID);
        usage(attributes);
        span.offerInput(attributes.takeText("ai.toolCall.args"));
        span.offerOutput(attributes.takeText("ai.toolCall.result"));
        span.offerInput(MessageForms.normalise(attributes.take("ai.prompt.messages"), "user"));
        span.offerInput(MessageForms.normalise(attributes.take("ai.prompt"), "user"));
        span.offerOutput(response(attributes));
    }

    private static void usage(Draft attributes) {
        attributes.renameNumber("ai.usage.inputTokens", Attribute.INPUT_TOKENS);
        attributes.renameNumber("ai.usage.promptTokens", Attribute.INPUT_TOKENS);
        attributes.renameNumber("ai.usage.outputTokens", Attribute.OUTPUT_TOKENS);
        attributes.renameNumber("ai.usage.completionTokens", Attribute.OUTPUT_TOKENS);
    }

    private static @Nullable String operation(@Nullable String id) {
        if (id == null) {
            return null;
        }
        if (id.equals("ai.toolCall")) {
            return Operation.EXECUTE_TOOL;
        }
        if (id.startsWith("ai.embed")) {
            return id.contains(".do") ? Operation.EMBEDDINGS : Operation.STEP;
        }
        return id.contains(".do") ? Operation.CHAT : Operation.INVOKE_AGENT;
    }

    private static @Nullable String response(Draft attributes) {
        String text = attributes.takeFirst("ai.response.text", "ai.result.text");
        String object = attributes.takeFirst("ai.response.object", "ai.result.object");
        String calls = attributes.takeFirst("ai.response.toolCalls", "ai.result.toolCalls");
        JsonNode list = calls == null ? null : Json.tryRead(calls);
        if (text == null && list == null) {
            return object;
        }
        Messages messages = new Messages();
        ObjectNode message = messages.message("assistant");
        Messages.addText(message, text);
        if (list != null) {
            list.forEach(call -> MessageForms.addCall(message, call));
        }
        return messages.json();
    }
}
