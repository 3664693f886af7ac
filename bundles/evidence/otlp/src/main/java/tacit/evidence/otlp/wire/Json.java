package tacit.evidence.otlp.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON within bounds; messages name places and never quote what was read. */
public final class Json {

    private static final JsonMapper MAPPER = mapper(Nesting.JSON_DEPTH);
    private static final ObjectReader WHOLE = whole(MAPPER);
    private static final ObjectReader INNER = whole(mapper(Nesting.TEXT_DEPTH));

    private Json() {}

    private static JsonMapper mapper(int depth) {
        StreamReadConstraints bounds =
                StreamReadConstraints.builder().maxNestingDepth(depth).build();
        return new JsonMapper(
                JsonFactory.builder().streamReadConstraints(bounds).build());
    }

    private static ObjectReader whole(JsonMapper mapper) {
        return mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The mapper, for streaming. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Reads a whole text in UTF-8. */
    public static JsonNode read(byte[] body) {
        try {
            JsonNode node = WHOLE.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw new UndecodableException("line 1, column 1", "Body is empty where JSON must stand");
            }
            return node;
        } catch (IOException e) {
            throw undecodable(e);
        }
    }

    /** Reads a text that may be JSON; null when it is not. */
    public static @Nullable JsonNode tryRead(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
            return null;
        }
        try {
            return INNER.readTree(trimmed);
        } catch (IOException e) {
            return null;
        }
    }

    /** Says where reading failed, and how. */
    public static UndecodableException undecodable(IOException e) {
        JsonLocation at = e instanceof JsonProcessingException json ? json.getLocation() : null;
        String position = at == null ? "line 1, column 1" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
        if (e instanceof JsonEOFException) {
            return new UndecodableException(position, "JSON ends in the middle of a value");
        }
        return new UndecodableException(
                position,
                e instanceof StreamConstraintsException
                        ? "JSON is nested deeper than " + Nesting.JSON_DEPTH + " levels or holds an oversized value"
                        : "Text is no valid JSON");
    }

    /** A JSON value as text: a string as it is, any other value written as JSON. */
    public static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Cannot write a JSON value: " + e.getClass().getSimpleName(), e);
        }
    }

    /** A tree as strings, booleans, numbers, lists and maps; nulls are left out. */
    public static @Nullable Object value(JsonNode node) {
        return value(node, 0);
    }

    static @Nullable Object value(JsonNode node, int depth) {
        Nesting.check(depth);
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case ARRAY -> list(node, depth + 1);
            case OBJECT -> map(node, depth + 1);
            default -> null;
        };
    }

    private static Object number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Object) node.longValue() : node.asText();
        }
        return Nesting.number(node.doubleValue());
    }

    private static List<Object> list(JsonNode node, int depth) {
        List<Object> list = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            Object value = value(element, depth);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private static Map<String, Object> map(JsonNode node, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            Object value = value(entry.getValue(), depth);
            if (value != null) {
                map.put(entry.getKey(), value);
            }
        });
        return map;
    }
}
