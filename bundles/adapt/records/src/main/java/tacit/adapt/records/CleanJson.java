package tacit.adapt.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import tacit.api.ingest.Redactor;

/** JSON without the secrets in its texts. Immutable, thread-safe. */
final class CleanJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Redactor redactor;

    CleanJson(Redactor redactor) {
        this.redactor = redactor;
    }

    /** A content as it is stored; one without secrets stays as it is written. */
    String of(String content) {
        try {
            JsonNode read = JSON.readTree(content);
            if (read == null || read.isMissingNode()) {
                throw new IllegalArgumentException("content must be JSON, got nothing");
            }
            JsonNode clean = clean(read);
            return clean.equals(read) ? content : JSON.writeValueAsString(clean);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("content must be JSON: " + e.getOriginalMessage(), e);
        }
    }

    private JsonNode clean(JsonNode node) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(redactor.redact(text.textValue()).text());
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), clean(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(clean(element)));
            return copy;
        }
        return node;
    }
}
