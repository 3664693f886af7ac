package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists, collections and sets as arrays: a list or a collection in its order, a set in the order of its texts.
 *
 * @param type {@code List}, {@code Collection} or {@code Set}
 * @param element how each element is written
 */
record SequenceForm(Class<?> type, Form element) implements Form {

    @Override
    public void write(Object value, Sheet sheet) throws IOException {
        if (!type.isInstance(value)) {
            throw Refused.type(type, value);
        }
        sheet.json().writeStartArray();
        if (type == Set.class) {
            writeSorted((Set<?>) value, sheet);
        } else {
            for (Object part : (Collection<?>) value) {
                element.writeAny(part, sheet);
            }
        }
        sheet.json().writeEndArray();
    }

    private void writeSorted(Set<?> values, Sheet sheet) throws IOException {
        List<String> texts = new ArrayList<>(values.size());
        for (Object part : values) {
            texts.add(JsonText.write(sheet.ordered(), inner -> element.writeAny(part, inner)));
        }
        Collections.sort(texts);
        for (String text : texts) {
            sheet.json().writeRawValue(text);
        }
    }

    @Override
    public Object read(JsonNode node, String place) {
        if (!node.isArray()) {
            throw Refused.node(place, "an array", node);
        }
        Collection<@Nullable Object> values = type == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        for (JsonNode part : node) {
            values.add(element.readAny(part, place + "[" + values.size() + "]"));
        }
        return values instanceof Set<@Nullable Object> set
                ? Collections.unmodifiableSet(set)
                : Collections.unmodifiableList((List<@Nullable Object>) values);
    }
}
