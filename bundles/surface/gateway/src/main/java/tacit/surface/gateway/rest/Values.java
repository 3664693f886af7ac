package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.surface.gateway.rest.reply.Fields;

/** Reads values of whichever kind: texts, truths, numbers, lists and maps; what is null is left out. */
final class Values {

    private Values() {}

    /** An object, or nothing where it is missing. */
    static SortedMap<String, Object> of(Fields fields, String name) {
        JsonNode node = fields.node().path(name);
        if (node.isMissingNode() || node.isNull()) {
            return new TreeMap<>();
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException(name + " must be a JSON object");
        }
        return new TreeMap<>(map(node));
    }

    private static Map<String, Object> map(JsonNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static List<Object> list(JsonNode node) {
        List<Object> values = new ArrayList<>();
        node.valueStream().filter(element -> !element.isNull()).forEach(element -> values.add(value(element)));
        return values;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return map(node);
        } else if (node.isArray()) {
            return list(node);
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        } else if (node.isNumber()) {
            return node.doubleValue();
        }
        return node.asText();
    }
}
