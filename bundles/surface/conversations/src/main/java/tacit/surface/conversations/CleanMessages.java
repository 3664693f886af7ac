package tacit.surface.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tacit.api.ingest.Redactor;

/** Reads the messages of a body and takes the secrets out of them; counts what it took. Confined to one call. */
final class CleanMessages {

    private static final int LONGEST = 4 << 20;
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z_]{0,39}");
    private static final String SECRET = "[REDACTED:field]";

    private final Redactor redactor;
    private int redacted;

    CleanMessages(Redactor redactor) {
        this.redactor = redactor;
    }

    /** How many secrets were replaced. */
    int redacted() {
        return redacted;
    }

    /**
     * Each message as the JSON that may be stored.
     *
     * @throws IllegalArgumentException naming the first message that does not fit
     */
    List<String> of(JsonNode body, int most) {
        JsonNode list = body.path("messages");
        if (!body.isObject() || body.size() != 1 || !list.isArray()) {
            throw new IllegalArgumentException("The body must be an object with messages, a list, and nothing else");
        }
        if (list.size() > most) {
            throw new IllegalArgumentException("messages must be at most " + most + ", got " + list.size());
        }
        List<String> clean = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            clean.add(message(i, list.get(i)));
        }
        return clean;
    }

    private String message(int index, JsonNode message) {
        if (!message.isObject() || !ROLE.matcher(message.path("role").asText()).matches()) {
            throw new IllegalArgumentException(
                    "messages[" + index + "] must be an object with a role of lower case letters");
        }
        String text = Json.text(clean(message));
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "messages[" + index + "] must have at most " + LONGEST + " characters, got " + text.length());
        }
        return text;
    }

    private JsonNode clean(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                object.set(name(field.getKey()), field(field.getKey(), field.getValue()));
            }
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(clean(item)));
            return array;
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(clean(node.textValue())) : node;
    }

    /** Names that were changed are told apart, as an object has each once. */
    private String name(String name) {
        String clean = clean(name);
        return clean.equals(name) ? name : clean + redacted;
    }

    private JsonNode field(String name, JsonNode value) {
        boolean harmless = value.isBoolean()
                || value.isNull()
                || value.isNumber()
                || (value.isTextual() && value.textValue().isEmpty());
        if (!harmless && redactor.secretName(name)) {
            redacted++;
            return JsonNodeFactory.instance.textNode(SECRET);
        }
        return clean(value);
    }

    private String clean(String text) {
        Redactor.Redaction redaction = redactor.redact(text);
        redacted += redaction.count();
        return redaction.text();
    }
}
