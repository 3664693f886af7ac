package tacit.memory.transcripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.memory.words.Secrets;

/** Writes values of whichever kind as one text, and reads them back. */
final class ValuesText {

    private static final int LONGEST = 80_000;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private ValuesText() {}

    /** As JSON; what looks like a secret is replaced in each text by itself. */
    static String of(String name, SortedMap<String, Object> values) {
        try {
            String text = MAPPER.writeValueAsString(clean(values));
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException(name + " must have at most " + LONGEST + " characters as JSON");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + " must be texts, truths, numbers, lists and maps", e);
        }
    }

    private static Object clean(Object value) {
        if (value instanceof String text) {
            return Secrets.redacted(text);
        }
        if (value instanceof List<?> list) {
            List<Object> clean = new ArrayList<>();
            list.stream().filter(Objects::nonNull).forEach(element -> clean.add(clean(element)));
            return clean;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> clean = new LinkedHashMap<>();
            map.forEach((name, element) -> {
                if (element != null) {
                    clean.put(String.valueOf(name), clean(element));
                }
            });
            return clean;
        }
        return value;
    }

    static SortedMap<String, Object> read(String text) {
        if (text.isEmpty()) {
            return new TreeMap<>();
        }
        try {
            SortedMap<String, Object> values = new TreeMap<>();
            MAPPER.readValue(text, new TypeReference<TreeMap<String, @Nullable Object>>() {})
                    .forEach((name, value) -> {
                        if (value != null) {
                            values.put(name, clean(value));
                        }
                    });
            return values;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read values of a checkpoint", e);
        }
    }

    /** The texts among the values: a query never means the names of fields. */
    static void words(Object value, StringBuilder text) {
        if (value instanceof String word) {
            text.append(word).append('\n');
        } else if (value instanceof List<?> list) {
            list.forEach(element -> words(element, text));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(element -> words(element, text));
        }
    }
}
