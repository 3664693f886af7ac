package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads arguments; whatever is wrong becomes an {@link IllegalArgumentException} that names the argument.
 *
 * @param node all of them
 */
public record Arguments(ObjectNode node) {

    /** The most characters of an id. */
    static final int ID = 400;

    /** Refuses what the schema of an object does not name. */
    Arguments known(ObjectNode schema) {
        JsonNode properties = schema.path("properties");
        for (var argument : node.properties()) {
            if (!properties.has(argument.getKey())) {
                List<String> names = properties.properties().stream()
                        .map(property -> property.getKey())
                        .toList();
                throw new IllegalArgumentException("Known arguments are " + names + ", there is another one");
            }
        }
        return this;
    }

    String text(String name, int longest) {
        String text = optionalText(name, longest);
        if (text == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return text;
    }

    @Nullable
    String optionalText(String name, int longest) {
        JsonNode value = given(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(name + " must be a text that is not blank");
        }
        if (value.textValue().length() > longest) {
            throw new IllegalArgumentException(name + " must have at most " + longest + " characters");
        }
        return value.textValue();
    }

    int whole(String name, int usual, int least, int most) {
        JsonNode value = given(name);
        if (value == null) {
            return usual;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw new IllegalArgumentException(name + " must be a whole number in [" + least + ", " + most + "]");
        }
        return value.intValue();
    }

    /** A share of a whole; null where none is given. */
    @Nullable
    Double optionalShare(String name) {
        JsonNode value = given(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
            throw new IllegalArgumentException(name + " must be a number in [0, 1]");
        }
        return value.doubleValue();
    }

    boolean truth(String name) {
        JsonNode value = given(name);
        if (value != null && !value.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false");
        }
        return value != null && value.booleanValue();
    }

    @Nullable
    Instant optionalTime(String name) {
        String text = optionalText(name, 64);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a time such as 2026-01-31T12:00:00Z", e);
        }
    }

    <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        String word = optionalText(name, 64);
        return word == null
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(one -> one.name().equalsIgnoreCase(word))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(name + " must be one of " + words(type)));
    }

    /** The constants of an enum as agents write them. */
    static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableList());
    }

    List<String> texts(String name, int most, int longest) {
        JsonNode value = given(name);
        if (value == null) {
            return List.of();
        }
        boolean good = value.isArray()
                && value.size() <= most
                && value.valueStream()
                        .allMatch(text -> text.isTextual()
                                && !text.textValue().isBlank()
                                && text.textValue().length() <= longest);
        if (!good) {
            throw new IllegalArgumentException(
                    name + " must be a list of at most " + most + " texts of at most " + longest + " characters");
        }
        return value.valueStream().map(JsonNode::textValue).toList();
    }

    /** The objects of a list; none where it is not given. */
    List<Arguments> objects(String name, int most) {
        JsonNode value = given(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most || !value.valueStream().allMatch(JsonNode::isObject)) {
            throw new IllegalArgumentException(name + " must be a list of at most " + most + " objects");
        }
        return value.valueStream().map(one -> new Arguments((ObjectNode) one)).toList();
    }

    /** An object; null where it is not given. */
    @Nullable
    Arguments object(String name) {
        JsonNode value = given(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ObjectNode object)) {
            throw new IllegalArgumentException(name + " must be an object");
        }
        return new Arguments(object);
    }

    private @Nullable JsonNode given(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
