package tacit.pulse.dreams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Shows what a tool was called with as people would write it. */
final class Arguments {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Arguments() {}

    /** The only text of a JSON object alone; anything else as it is. */
    static String plain(String arguments) {
        try {
            JsonNode node = MAPPER.readTree(arguments);
            boolean single = node.isObject()
                    && node.size() == 1
                    && node.elements().next().isTextual();
            return single ? node.elements().next().textValue() : arguments;
        } catch (JsonProcessingException noJson) {
            return arguments;
        }
    }
}
