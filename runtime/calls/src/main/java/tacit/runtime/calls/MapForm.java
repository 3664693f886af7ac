package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Maps as objects, sorted by key.
 *
 * @param type {@code Map} or {@code SortedMap}
 * @param key strings, or the names of an enum
 * @param value how each value is written
 */
record MapForm(Class<?> type, TextForm<?> key, Form value) implements Form {

    @Override
    public void write(Object map, Sheet sheet) throws IOException {
        if (!type.isInstance(map)) {
            throw Refused.type(type, map);
        }
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((name, content) -> texts.put(nameOf(name), content));
        // attributes only: their maps keep the order of the emitter, any other map may have another one in each process
        boolean ordered = sheet.ordered() && value == AnyForm.ANY;
        sheet.json().writeStartObject();
        for (Map.Entry<String, @Nullable Object> entry : (ordered ? texts : new TreeMap<>(texts)).entrySet()) {
            sheet.json().writeFieldName(FieldName.written(entry.getKey()));
            value.writeAny(entry.getValue(), sheet);
        }
        sheet.json().writeEndObject();
    }

    private String nameOf(@Nullable Object name) {
        if (name == null) {
            throw new IllegalArgumentException("key must be " + key.wanted() + ", got null");
        }
        return key.textOf(name);
    }

    @Override
    public Object read(JsonNode node, String place) {
        if (!node.isObject()) {
            throw Refused.node(place, "an object", node);
        }
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            map.put(
                    key.valueOf(FieldName.read(field.getKey()), place),
                    value.readAny(field.getValue(), place + " entry"));
        }
        return type == SortedMap.class
                ? Collections.unmodifiableSortedMap(new TreeMap<>(map))
                : Collections.unmodifiableMap(map);
    }
}
