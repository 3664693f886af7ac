package tacit.surface.proxy.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the data of server-sent events. Pure functions. */
final class Sse {

    private static final String DATA = "data:";

    private Sse() {}

    /** The objects of all events that are whole, in their order; others are passed over. */
    static List<JsonNode> events(byte[] bytes, ObjectMapper json) {
        List<JsonNode> events = new ArrayList<>();
        StringBuilder data = new StringBuilder();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\r\n|\n|\r", -1)) {
            if (line.startsWith(DATA)) {
                data.append(data.length() == 0 ? "" : "\n")
                        .append(line.substring(DATA.length()).strip());
            } else if (line.isEmpty()) {
                add(data, events, json);
            }
        }
        add(data, events, json);
        return events;
    }

    private static void add(StringBuilder data, List<JsonNode> events, ObjectMapper json) {
        String text = data.toString();
        data.setLength(0);
        if (text.startsWith("{")) {
            try {
                events.add(json.readTree(text));
            } catch (JsonProcessingException e) {
                // It was cut in two by the bounds, or is nothing that a model says
                return;
            }
        }
    }
}
