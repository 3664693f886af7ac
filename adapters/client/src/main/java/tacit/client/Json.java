package tacit.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON without a library: objects are {@code Map<String, Object>} in order, lists are {@code List<Object>}, whole
 * numbers {@code Long} where they fit, others {@code BigDecimal}.
 */
public final class Json {

    private Json() {}

    /**
     * Reads one JSON value.
     *
     * @throws IllegalArgumentException when the text is no JSON; it names the place
     */
    public static @Nullable Object parse(String text) {
        return new JsonReader(text).read();
    }

    /**
     * Reads one JSON object.
     *
     * @throws IllegalArgumentException when the text is no JSON object
     */
    public static Map<String, Object> parseObject(String text) {
        return asObject(parse(text));
    }

    /**
     * The object that a value is.
     *
     * @throws IllegalArgumentException when it is none
     */
    @SuppressWarnings("unchecked") // the reader makes no other maps
    public static Map<String, Object> asObject(@Nullable Object value) {
        if (!(value instanceof Map)) {
            throw new IllegalArgumentException("A JSON object is needed");
        }
        return (Map<String, Object>) value;
    }

    /**
     * Writes maps, collections, texts, numbers, truth values and null; anything else by its {@code toString()}. Numbers that JSON
     * does not know become null.
     *
     * @throws IllegalArgumentException when it is nested more than 500 deep
     */
    public static String write(@Nullable Object value) {
        return JsonWriter.text(value);
    }
}
