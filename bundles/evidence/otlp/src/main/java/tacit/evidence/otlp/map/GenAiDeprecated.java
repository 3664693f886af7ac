package tacit.evidence.otlp.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;

/** The OpenTelemetry conventions for generative AI by the names that they had before. */
final class GenAiDeprecated implements Convention {

    @Override
    public void read(SpanDraft span) {
        Draft attributes = span.attributes();
        attributes.rename("gen_ai.system", Attribute.PROVIDER_NAME);
        attributes.renameNumber("gen_ai.usage.prompt_tokens", Attribute.INPUT_TOKENS);
        attributes.renameNumber("gen_ai.usage.completion_tokens", Attribute.OUTPUT_TOKENS);
        attributes.rename("gen_ai.tool_call.id", Attribute.TOOL_CALL_ID);
        span.offerInput(indexed(attributes, "gen_ai.prompt.", "user"));
        span.offerOutput(indexed(attributes, "gen_ai.completion.", "assistant"));
        span.offerInput(MessageForms.normalise(attributes.take("gen_ai.prompt"), "user"));
        span.offerOutput(MessageForms.normalise(attributes.take("gen_ai.completion"), "assistant"));
        if (span.operation() == null && attributes.has(Attribute.REQUEST_MODEL)) {
            span.offerOperation(Operation.CHAT);
        }
        if (span.operation() == null && attributes.has(Attribute.TOOL_NAME)) {
            span.offerOperation(Operation.EXECUTE_TOOL);
        }
    }

    private static @Nullable String indexed(Draft attributes, String prefix, String role) {
        Messages messages = new Messages();
        Indexed.take(attributes, prefix).values().forEach(fields -> {
            String stated = fields.takeText("role");
            ObjectNode message = messages.message(stated == null ? role : stated);
            String callId = fields.takeText("tool_call_id");
            String content = fields.takeText("content");
            if (callId != null) {
                Messages.addResponse(message, callId, TextNode.valueOf(content == null ? "" : content));
            } else {
                MessageForms.addContent(message, content);
            }
            Indexed.take(fields, "tool_calls.").values().forEach(call -> {
                String arguments = call.takeText("arguments");
                Messages.addCall(
                        message,
                        call.takeText("id"),
                        call.takeText("name"),
                        arguments == null ? null : TextNode.valueOf(arguments));
            });
            String reason = fields.takeText("finish_reason");
            if (reason != null) {
                message.put("finish_reason", reason);
            }
        });
        return messages.json();
    }
}
