package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.function.Function;

/**
 * Values that are one JSON string each.
 *
 * @param type their class
 * @param wanted what they are, for messages
 */
record TextForm<T>(Class<T> type, String wanted, Function<T, String> text, Function<String, T> value) implements Form {

    static final TextForm<String> STRING =
            new TextForm<>(String.class, "a string", Function.identity(), Function.identity());
    static final TextForm<Instant> INSTANT =
            new TextForm<>(Instant.class, "a time such as 2026-01-31T09:00:00Z", Instant::toString, Instant::parse);
    static final TextForm<Duration> DURATION =
            new TextForm<>(Duration.class, "a duration such as PT1.5S", Duration::toString, Duration::parse);
    static final TextForm<byte[]> BYTES = new TextForm<>(
            byte[].class, "bytes in Base64", Base64.getEncoder()::encodeToString, Base64.getDecoder()::decode);

    static <E extends Enum<E>> TextForm<E> ofEnum(Class<E> type) {
        return new TextForm<>(type, "a name of " + type.getName(), Enum::name, name -> Enum.valueOf(type, name));
    }

    @Override
    public void write(Object value, Sheet sheet) throws IOException {
        sheet.json().writeString(textOf(value));
    }

    @Override
    public T read(JsonNode node, String place) {
        if (!node.isTextual()) {
            throw Refused.node(place, wanted, node);
        }
        return valueOf(node.textValue(), place);
    }

    String textOf(Object value) {
        if (!type.isInstance(value)) {
            throw Refused.type(type, value);
        }
        return text.apply(type.cast(value));
    }

    T valueOf(String text, String place) {
        try {
            return value.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Refused.text(place, wanted);
        }
    }
}
