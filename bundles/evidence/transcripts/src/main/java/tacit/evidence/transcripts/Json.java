package tacit.evidence.transcripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses single lines and takes them apart, with words for whatever is wrong. */
final class Json {

    private static final int DEEPEST = 256;

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private Json() {}

    static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw new BadLineException("Is nested more than " + DEEPEST + " levels deep or holds an endless number");
        } catch (JsonProcessingException e) {
            boolean encoding = String.valueOf(e.getOriginalMessage()).startsWith("Invalid UTF-8");
            throw new BadLineException(encoding ? "Is not in UTF-8" : "Is no valid JSON" + column(e));
        } catch (IOException e) {
            throw new BadLineException("Is no valid JSON");
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
            throw new BadLineException(field + " must be an object, got " + kind(node));
        }
        return node;
    }

    /** The field, which must be an array or absent. */
    static JsonNode arrayOrNone(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (!node.isArray() && !isNone(node)) {
            throw new BadLineException(field + " must be an array, got " + kind(node));
        }
        return node;
    }

    /** The field, which must be text that is not blank. */
    static String text(JsonNode parent, String field) {
        String text = textOrNone(parent, field);
        if (text == null || text.isBlank()) {
            throw new BadLineException(field + " must be text, got " + (text == null ? "nothing" : "blank text"));
        }
        return text;
    }

    /** The field, which must be text or absent. */
    static @Nullable String textOrNone(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (isNone(node)) {
            return null;
        }
        if (!node.isTextual()) {
            throw new BadLineException(field + " must be text, got " + kind(node));
        }
        return node.textValue();
    }

    /** The field, which must be a time or absent. */
    static @Nullable Instant timeOrNone(JsonNode parent, String field) {
        String text = textOrNone(parent, field);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadLineException(field + " must be a time such as 2026-01-31T12:00:00Z");
        }
    }

    /** Text as it is, anything else as JSON; null when there is nothing. */
    static @Nullable String content(JsonNode node) {
        if (isNone(node)) {
            return null;
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }

    static boolean isNone(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    static String kind(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String column(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
    }
}
