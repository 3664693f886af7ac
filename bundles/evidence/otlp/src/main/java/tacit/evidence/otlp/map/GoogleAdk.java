package tacit.evidence.otlp.map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.evidence.otlp.map.RunFacts.Fact;
import tacit.evidence.otlp.wire.Json;

/** Google's Agent Development Kit: requests and answers in the form of Gemini. */
final class GoogleAdk implements Convention {

    private static final String PREFIX = "gcp.vertex.agent.";

    @Override
    public void read(SpanDraft span) {
        Draft attributes = span.attributes();
        span.run().offer(Fact.SESSION, attributes.peek(PREFIX + "session_id"));
        if (attributes.has(PREFIX + "tool_call_args") || attributes.has(PREFIX + "tool_response")) {
            span.offerOperation(Operation.EXECUTE_TOOL);
        }
        if (attributes.has(PREFIX + "llm_request")) {
            span.offerOperation(Operation.CHAT);
        }
        attributes.rename("gen_ai.tool_call.id", Attribute.TOOL_CALL_ID);
        span.offerInput(emptyToNull(attributes.takeText(PREFIX + "tool_call_args")));
        span.offerOutput(emptyToNull(attributes.takeText(PREFIX + "tool_response")));
        span.offerInput(request(attributes.takeText(PREFIX + "llm_request")));
        span.offerOutput(response(attributes.takeText(PREFIX + "llm_response")));
    }

    /** Spans of another sort carry an empty object in each of the attributes. */
    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.equals("{}") || text.equals("<not serializable>") ? null : text;
    }

    private static @Nullable String request(@Nullable String text) {
        JsonNode node = emptyToNull(text) == null ? null : Json.tryRead(String.valueOf(text));
        if (node == null) {
            return emptyToNull(text);
        }
        Messages messages = new Messages();
        JsonNode system = node.path("config").path("system_instruction");
        if (system.isTextual()) {
            messages.text("system", system.textValue());
        } else {
            MessageForms.addAll(messages, system, "system");
        }
        MessageForms.addAll(messages, node, "user");
        String json = messages.json();
        return json == null ? text : json;
    }

    private static @Nullable String response(@Nullable String text) {
        JsonNode node = emptyToNull(text) == null ? null : Json.tryRead(String.valueOf(text));
        if (node == null) {
            return emptyToNull(text);
        }
        Messages messages = new Messages();
        MessageForms.addAll(messages, node.path("content"), "assistant");
        String json = messages.json();
        return json == null ? text : json;
    }
}
