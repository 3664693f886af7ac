package tacit.examples.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes messages in the JSON form of the OpenTelemetry conventions for generative AI. */
final class Messages {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String INSTRUCTIONS = "Answer questions about the records of the clinic. Use the tools sql and"
            + " read_file. Answer with the result alone.";

    private Messages() {}

    static String user(String text) {
        ArrayNode messages = MAPPER.createArrayNode();
        text(messages, "user", text);
        return messages.toString();
    }

    static String assistant(String text) {
        ArrayNode messages = MAPPER.createArrayNode();
        text(messages, "assistant", text).put("finish_reason", "stop");
        return messages.toString();
    }

    static String toolCall(String id, String tool, String arguments) {
        ArrayNode messages = MAPPER.createArrayNode();
        call(messages, id, tool, arguments).put("finish_reason", "tool_call");
        return messages.toString();
    }

    /** What the model saw before its turn {@code index}: instructions, context, question, and the turns before. */
    static String conversation(Run run, int index) {
        ArrayNode messages = MAPPER.createArrayNode();
        text(messages, "system", INSTRUCTIONS);
        if (!run.context().text().isEmpty()) {
            text(messages, "system", "<tacit_context>\n" + run.context().text() + "\n</tacit_context>");
        }
        text(messages, "user", run.task().question());
        for (int turn = 0; turn < index; turn++) {
            Step step = run.steps().get(turn);
            call(messages, "call_" + turn, run.task().tool(), step.arguments());
            part(messages, "tool", "tool_call_response")
                    .put("id", "call_" + turn)
                    .put("response", step.result().text());
        }
        return messages.toString();
    }

    private static ObjectNode text(ArrayNode messages, String role, String text) {
        ObjectNode message = messages.addObject().put("role", role);
        message.putArray("parts").addObject().put("type", "text").put("content", text);
        return message;
    }

    private static ObjectNode call(ArrayNode messages, String id, String tool, String arguments) {
        ObjectNode message = messages.addObject().put("role", "assistant");
        ObjectNode part = message.putArray("parts").addObject();
        part.put("type", "tool_call").put("id", id).put("name", tool).set("arguments", json(arguments));
        return message;
    }

    private static ObjectNode part(ArrayNode messages, String role, String type) {
        return messages.addObject()
                .put("role", role)
                .putArray("parts")
                .addObject()
                .put("type", type);
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("arguments must be JSON", e);
        }
    }
}
