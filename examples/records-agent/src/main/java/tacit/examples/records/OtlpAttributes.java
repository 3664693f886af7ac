package tacit.examples.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes attributes in the JSON form of OTLP. */
public final class OtlpAttributes {

    private OtlpAttributes() {}

    public static void put(ArrayNode attributes, String key, String value) {
        add(attributes, key).put("stringValue", value);
    }

    public static void put(ArrayNode attributes, String key, long value) {
        add(attributes, key).put("intValue", String.valueOf(value));
    }

    public static void put(ArrayNode attributes, String key, double value) {
        add(attributes, key).put("doubleValue", value);
    }

    /** A list; none at all where it is empty. */
    public static void put(ArrayNode attributes, String key, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode written = add(attributes, key).putObject("arrayValue").putArray("values");
            values.forEach(value -> written.addObject().put("stringValue", value));
        }
    }

    private static ObjectNode add(ArrayNode attributes, String key) {
        return attributes.addObject().put("key", key).putObject("value");
    }
}
