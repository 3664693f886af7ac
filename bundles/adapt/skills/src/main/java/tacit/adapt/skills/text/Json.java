package tacit.adapt.skills.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes trees; none of this bundle's own types ever reach the mapper, which would keep them. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write JSON", e);
        }
    }

    /** With a line for each field, for files that people read. */
    public static String lines(JsonNode node) {
        return node.toPrettyString() + "\n";
    }

    /** Empty when it is no JSON object. */
    public static Optional<ObjectNode> read(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What was stored by this bundle, or by another version of it. */
    public static ObjectNode stored(String text) {
        return read(text)
                .orElseThrow(() -> new IllegalStateException("Cannot read a stored document: it is no object"));
    }

    public static String string(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).textValue() : "";
    }

    public static @Nullable String optional(JsonNode node, String name) {
        String value = string(node, name);
        return value.isEmpty() ? null : value;
    }

    public static List<String> strings(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(element -> {
            if (element.isTextual()) {
                texts.add(element.textValue());
            }
        });
        return texts;
    }

    public static void put(ObjectNode node, String name, Collection<String> texts) {
        ArrayNode array = node.putArray(name);
        texts.forEach(array::add);
    }

    /** A time as milliseconds or in words; the fallback where it is neither. */
    public static Instant time(JsonNode node, String name, Instant fallback) {
        JsonNode value = node.path(name);
        if (value.isIntegralNumber()) {
            return Instant.ofEpochMilli(value.longValue());
        }
        try {
            return value.isTextual() ? Instant.parse(value.textValue()) : fallback;
        } catch (DateTimeException e) {
            return fallback;
        }
    }
}
