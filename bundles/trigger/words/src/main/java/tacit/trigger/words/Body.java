package tacit.trigger.words;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of a request; what it says of a bad one quotes nothing of it. Immutable. */
public final class Body {

    private static final int DEEPEST = 32;

    /** The most characters of a value that are taken. */
    private static final int LONGEST = 500;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode node;

    private Body(JsonNode node) {
        this.node = node;
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Body read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || !node.isObject()) {
                throw new IllegalArgumentException("The body must be a JSON object");
            }
            return new Body(node);
        } catch (JsonProcessingException e) {
            // Its own words quote the body
            throw new IllegalArgumentException("The body is not valid JSON");
        }
    }

    /** Whether a JSON pointer is written as RFC 6901 says. */
    public static boolean isPointer(String pointer) {
        return pointer.matches("(/([^/~]|~[01])*)+");
    }

    /** The value at a JSON pointer in one line, cut where it is long; null for none, an empty one, an object or a list. */
    public @Nullable String text(String pointer) {
        JsonNode found = node.at(pointer);
        if (!found.isValueNode() || found.isNull()) {
            return null;
        }
        String line = found.asText().replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return null;
        }
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    public String text(String pointer, String absent) {
        String found = text(pointer);
        return found == null ? absent : found;
    }

    public boolean truth(String pointer) {
        return node.at(pointer).asBoolean(false);
    }

    /** How many elements a list has, or what a number says; 0 for anything else. */
    public int count(String pointer) {
        JsonNode found = node.at(pointer);
        return found.isArray() ? found.size() : found.isNumber() ? Math.max(0, found.asInt()) : 0;
    }

    /** A number in [0, 1]; null for none. */
    public @Nullable Double share(String pointer) {
        JsonNode found = node.at(pointer);
        double value = found.isNumber() ? found.asDouble() : Double.NaN;
        return value >= 0 && value <= 1 ? value : null;
    }

    public boolean has(String pointer) {
        return !node.at(pointer).isMissingNode() && !node.at(pointer).isNull();
    }

    /** The elements of a list that are objects; itself alone where there is no such list. */
    public List<Body> each(String pointer) {
        JsonNode list = node.at(pointer);
        if (!list.isArray()) {
            return List.of(this);
        }
        List<Body> each = new ArrayList<>();
        for (JsonNode one : list) {
            if (!one.isObject()) {
                throw new IllegalArgumentException(pointer.substring(1) + " must hold objects only");
            }
            each.add(new Body(one));
        }
        return each;
    }
}
