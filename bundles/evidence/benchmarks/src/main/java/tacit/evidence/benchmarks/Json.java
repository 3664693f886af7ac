package tacit.evidence.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses the elements of run files and takes them apart, with words for whatever is wrong. */
final class Json {

    private static final int DEEPEST = 256;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private Json() {}

    static JsonNode parse(byte[] json, int length) {
        try {
            JsonNode node = MAPPER.readTree(json, 0, length);
            return node == null ? MAPPER.missingNode() : node;
        } catch (StreamConstraintsException e) {
            throw new BadRunException("Is nested more than " + DEEPEST + " levels deep or holds an endless number");
        } catch (JsonProcessingException e) {
            throw new BadRunException(reason(e));
        } catch (IOException e) {
            throw new BadRunException("Is no valid JSON");
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write JSON", e);
        }
    }

    /** The field, which must be an object. */
    static JsonNode object(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (!node.isObject()) {
            throw new BadRunException(field + " must be an object, got " + kind(node));
        }
        return node;
    }

    /** The field, which must be an array. */
    static JsonNode array(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (!node.isArray()) {
            throw new BadRunException(field + " must be an array, got " + kind(node));
        }
        return node;
    }

    /** The field, which must be text that is not blank. */
    static String text(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw new BadRunException(field + " must be text, got " + (node.isTextual() ? "blank text" : kind(node)));
        }
        return node.textValue();
    }

    /** The field, which must be a whole number or text that is not blank. */
    static String id(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        return node.canConvertToLong() && node.isIntegralNumber() ? node.asText() : text(parent, field);
    }

    /** A grade; null when the run has none. */
    static @Nullable Double grade(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new BadRunException(field + " must be a finite number, got " + kind(node));
        }
        return node.doubleValue();
    }

    /** Text as it is, anything else as JSON; null when there is nothing. */
    static @Nullable String content(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }

    static String kind(JsonNode node) {
        if (node.isMissingNode()) {
            return "nothing";
        }
        return node.isNumber() && !Double.isFinite(node.doubleValue())
                ? "a number beyond all bounds"
                : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String reason(JsonProcessingException e) {
        if (String.valueOf(e.getOriginalMessage()).startsWith("Invalid UTF-8")) {
            return "Is not in UTF-8";
        }
        return e.getLocation() == null
                ? "Is no valid JSON"
                : "Is no valid JSON at its line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
