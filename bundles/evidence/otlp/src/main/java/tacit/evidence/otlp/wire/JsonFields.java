package tacit.evidence.otlp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** Reads the fields of OTLP JSON: camel case, or snake case; whole numbers as numbers or as text. */
final class JsonFields {

    private JsonFields() {}

    /** The field under either spelling; a missing node when it is absent or null. */
    static JsonNode field(JsonNode node, String camelCase) {
        JsonNode value = node.get(camelCase);
        if (value == null) {
            value = node.get(snakeCase(camelCase));
        }
        return value == null || value.isNull() ? MissingNode.getInstance() : value;
    }

    static String text(JsonNode node, String name) {
        JsonNode value = field(node, name);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new BadItemException(name + " must be a string, got " + kind(value));
        }
        return value.asText("");
    }

    static long number(JsonNode node, String name) {
        JsonNode value = field(node, name);
        return value.isMissingNode() ? 0 : number(name, value);
    }

    static long number(String name, JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isTextual()) {
            try {
                return Long.parseLong(value.textValue());
            } catch (NumberFormatException e) {
                throw new BadItemException(name + " must be a whole number of 64 bits");
            }
        }
        throw new BadItemException(name + " must be a whole number of 64 bits, got " + kind(value));
    }

    /** The elements of a field that must be an array when it is there. */
    static JsonNode array(JsonNode node, String name) {
        JsonNode value = field(node, name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw new BadItemException(name + " must be an array, got " + kind(value));
        }
        return value;
    }

    static JsonNode object(JsonNode node, String name) {
        JsonNode value = field(node, name);
        return value.isMissingNode() ? value : object(name, value);
    }

    static JsonNode object(String name, JsonNode value) {
        if (!value.isObject()) {
            throw new BadItemException(name + " must be an object, got " + kind(value));
        }
        return value;
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }

    static @Nullable String optionalText(JsonNode node, String name) {
        return ProtobufTraces.blankToNull(text(node, name));
    }

    private static String snakeCase(String camelCase) {
        StringBuilder snake = new StringBuilder(camelCase.length() + 4);
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
