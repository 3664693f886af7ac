package tacit.surface.proxy.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Finds in the events of a response what it is in one piece: its last state, or its words where it broke off. Pure functions. */
final class ResponseStream {

    private ResponseStream() {}

    static ObjectNode whole(List<JsonNode> events) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        StringBuilder words = new StringBuilder();
        for (JsonNode event : events) {
            if (event.path("response") instanceof ObjectNode response) {
                whole.setAll(response);
            }
            if (event.path("type").asText().equals("response.output_text.delta")) {
                words.append(event.path("delta").asText(""));
            } else if (event.path("type").asText().equals("error")) {
                whole.set("error", event);
            }
        }
        if (whole.path("output").isEmpty() && words.length() > 0) {
            ObjectNode message = whole.putArray("output").addObject().put("type", "message");
            message.putArray("content").addObject().put("type", "output_text").put("text", words.toString());
        }
        return whole;
    }
}
