package tacit.surface.gateway.rest.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object; whatever is wrong becomes an {@link IllegalArgumentException} that names the field.
 *
 * @param node the object
 */
public record Fields(JsonNode node) {

    public static Fields of(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("A JSON object is needed");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (!known.contains(names.next())) {
                throw new IllegalArgumentException("Known fields are "
                        + String.join(", ", known.stream().sorted().toList()) + ", there is another one");
            }
        }
        return new Fields(node);
    }

    public String text(String name, int maxLength) {
        String value = optionalText(name, maxLength);
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return value;
    }

    @Nullable
    public String optionalText(String name, int maxLength) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(name + " must be a text that is not blank");
        }
        if (value.textValue().length() > maxLength) {
            throw new IllegalArgumentException(name + " must have at most " + maxLength + " characters");
        }
        return value.textValue();
    }

    @Nullable
    public Double optionalReal(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException(name + " must be a finite number");
        }
        return value.doubleValue();
    }

    public int whole(String name, int fallback, int min, int max) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return fallback;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            throw new IllegalArgumentException(name + " must be a whole number in [" + min + ", " + max + "]");
        }
        return value.intValue();
    }

    public boolean truth(String name, boolean fallback) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return fallback;
        }
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false");
        }
        return value.booleanValue();
    }

    @Nullable
    public Instant optionalTime(String name) {
        String value = optionalText(name, 64);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a time such as 2026-01-31T12:00:00Z", e);
        }
    }

    public <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        String value = optionalText(name, 64);
        return value == null ? null : choice(name, value, type);
    }

    public List<String> texts(String name, int maxCount, int maxLength) {
        JsonNode value = node.get(name);
        if (value == null || !value.isArray() || value.isEmpty() || value.size() > maxCount) {
            throw new IllegalArgumentException(name + " must be a list of 1 to " + maxCount + " texts");
        }
        for (JsonNode element : value) {
            if (!element.isTextual()
                    || element.textValue().isBlank()
                    || element.textValue().length() > maxLength) {
                throw new IllegalArgumentException(name + " must hold texts of 1 to " + maxLength + " characters");
            }
        }
        return value.valueStream().map(JsonNode::textValue).toList();
    }

    public static <E extends Enum<E>> E choice(String name, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " must be one of " + words(type)));
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
