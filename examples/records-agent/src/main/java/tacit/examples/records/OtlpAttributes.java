package tacit.examples.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes attributes in the JSON form of OTLP. */
final class OtlpAttributes {

    private OtlpAttributes() {}

    static void put(ArrayNode attributes, String key, String value) {
        add(attributes, key).put("stringValue", value);
    }

    static void put(ArrayNode attributes, String key, long value) {
        add(attributes, key).put("intValue", String.valueOf(value));
    }

    static void put(ArrayNode attributes, String key, double value) {
        add(attributes, key).put("doubleValue", value);
    }

    private static ObjectNode add(ArrayNode attributes, String key) {
        return attributes.addObject().put("key", key).putObject("value");
    }
}
