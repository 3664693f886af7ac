package tacit.evidence.otlp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns attribute values of OTLP JSON into JSON values; one without a value is left out. */
final class JsonAnyValues {

    private JsonAnyValues() {}

    static Map<String, Object> attributes(JsonNode node) {
        return pairs(JsonFields.array(node, "attributes"), 0);
    }

    static @Nullable Object value(JsonNode anyValue) {
        return value(anyValue, 0);
    }

    private static Map<String, Object> pairs(JsonNode list, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (JsonNode pair : list) {
            JsonFields.object("attributes element", pair);
            Object value = value(JsonFields.field(pair, "value"), depth);
            if (value != null) {
                map.put(JsonFields.text(pair, "key"), value);
            }
        }
        return map;
    }

    private static @Nullable Object value(JsonNode node, int depth) {
        Nesting.check(depth);
        if (node.isMissingNode()) {
            return null;
        }
        JsonFields.object("attribute value", node);
        JsonNode string = JsonFields.field(node, "stringValue");
        return string.isMissingNode() ? other(node, depth) : JsonFields.text(node, "stringValue");
    }

    private static @Nullable Object other(JsonNode node, int depth) {
        JsonNode integer = JsonFields.field(node, "intValue");
        if (!integer.isMissingNode()) {
            return JsonFields.number("intValue", integer);
        }
        JsonNode bool = JsonFields.field(node, "boolValue");
        if (!bool.isMissingNode()) {
            return bool(bool);
        }
        JsonNode real = JsonFields.field(node, "doubleValue");
        return real.isMissingNode() ? nested(node, depth) : real(real);
    }

    private static @Nullable Object nested(JsonNode node, int depth) {
        JsonNode array = JsonFields.object(node, "arrayValue");
        if (!array.isMissingNode()) {
            return list(JsonFields.array(array, "values"), depth + 1);
        }
        JsonNode pairs = JsonFields.object(node, "kvlistValue");
        if (!pairs.isMissingNode()) {
            return pairs(JsonFields.array(pairs, "values"), depth + 1);
        }
        return JsonFields.optionalText(node, "bytesValue");
    }

    private static List<Object> list(JsonNode values, int depth) {
        List<Object> list = new ArrayList<>(values.size());
        for (JsonNode element : values) {
            Object value = value(element, depth);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private static Object bool(JsonNode value) {
        if (!value.isBoolean()) {
            throw new BadItemException("boolValue must be a boolean, got " + JsonFields.kind(value));
        }
        return value.booleanValue();
    }

    private static Object real(JsonNode value) {
        if (value.isNumber()) {
            return Nesting.number(value.doubleValue());
        }
        try {
            return Nesting.number(Double.parseDouble(value.asText()));
        } catch (NumberFormatException e) {
            throw new BadItemException("doubleValue must be a number, got " + JsonFields.kind(value));
        }
    }
}
