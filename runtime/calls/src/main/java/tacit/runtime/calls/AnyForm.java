package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of attributes: {@code String}, {@code Boolean}, {@code Long}, {@code Double}, and lists and maps of those.
 *
 * <p>A whole number is a {@code Long} and any other a {@code Double}. What JSON has no number for is an object of the one
 * field {@code $number}; a name that begins with a dollar sign gets one more.
 */
enum AnyForm implements Form {
    ANY;

    private static final String NUMBER = "$number";

    @Override
    public void write(Object value, Sheet sheet) throws IOException {
        if (value instanceof String text) {
            sheet.json().writeString(text);
        } else if (value instanceof Boolean truth) {
            sheet.json().writeBoolean(truth);
        } else if (value instanceof Long number) {
            sheet.json().writeNumber(number);
        } else if (value instanceof Double number) {
            writeReal(number, sheet);
        } else if (value instanceof List<?> list) {
            writeList(list, sheet);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, sheet);
        } else {
            throw new IllegalArgumentException(
                    "attribute must be a string, truth value, Long, Double, list or map, got "
                            + value.getClass().getName());
        }
    }

    private static void writeReal(Double number, Sheet sheet) throws IOException {
        if (Double.isFinite(number)) {
            sheet.json().writeNumber(number);
        } else {
            sheet.json().writeStartObject();
            sheet.json().writeStringField(NUMBER, number.toString());
            sheet.json().writeEndObject();
        }
    }

    private void writeList(List<?> list, Sheet sheet) throws IOException {
        sheet.json().writeStartArray();
        for (Object element : list) {
            writeAny(element, sheet);
        }
        sheet.json().writeEndArray();
    }

    private void writeMap(Map<?, ?> map, Sheet sheet) throws IOException {
        sheet.json().writeStartObject();
        for (Map.Entry<?, ?> entry : (sheet.ordered() ? map : new TreeMap<>(map)).entrySet()) {
            String name = TextForm.STRING.textOf(entry.getKey());
            sheet.json().writeFieldName(FieldName.written(name));
            writeAny(entry.getValue(), sheet);
        }
        sheet.json().writeEndObject();
    }

    @Override
    public Object read(JsonNode node, String place) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> (node.isIntegralNumber() ? NumberForm.LONG : NumberForm.DOUBLE).read(node, place);
            case ARRAY -> readList(node, place);
            case OBJECT -> node.size() == 1 && node.has(NUMBER) ? readReal(node, place) : readMap(node, place);
            default -> throw Refused.node(place, "an attribute value", node);
        };
    }

    private static Object readReal(JsonNode node, String place) {
        JsonNode text = node.get(NUMBER);
        if (!NumberForm.NOT_FINITE.contains(text.asText())) {
            throw Refused.text(place, "one of " + NumberForm.NOT_FINITE);
        }
        return Double.valueOf(text.asText());
    }

    private List<Object> readList(JsonNode node, String place) {
        List<Object> list = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            list.add(read(element, place + "[" + list.size() + "]"));
        }
        return Collections.unmodifiableList(list);
    }

    private Map<String, Object> readMap(JsonNode node, String place) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            map.put(FieldName.read(field.getKey()), read(field.getValue(), place + " entry"));
        }
        return Collections.unmodifiableMap(map);
    }
}
