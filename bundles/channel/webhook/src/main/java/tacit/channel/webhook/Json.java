package tacit.channel.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.channel.OutgoingMessage;

/** Reads and writes the bodies of webhooks; what it says of a bad one quotes nothing of it. */
final class Json {

    private static final int DEEPEST = 16;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    static JsonNode read(String body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node == null || !node.isObject()) {
                throw new IllegalArgumentException("The body must be a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            // Its own words quote the body
            throw new IllegalArgumentException("The body is not valid JSON");
        }
    }

    /** A field that is a text where it is there at all. */
    static @Nullable String text(JsonNode object, String field, @Nullable String absent) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return absent;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " must be a text");
        }
        return value.textValue();
    }

    /** A field that is a text and not blank where it is there at all. */
    static String given(JsonNode object, String field, String absent) {
        String value = Objects.requireNonNull(text(object, field, absent));
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
        return value;
    }

    static String answer(OutgoingMessage message) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("type", "message.answered").put("timestamp", message.at().toString());
        ObjectNode data = root.putObject("data");
        message.reply().forEach(data::put);
        data.put("text", message.text());
        return root.toString();
    }
}
