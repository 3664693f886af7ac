package tacit.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes figures as JSON. */
public final class Figures {

    private Figures() {}

    /** One object, its fields in their order. */
    public static String json(Map<?, ?> figures) {
        return figures.entrySet().stream()
                .map(entry -> quoted(String.valueOf(entry.getKey())) + ":" + value(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return json(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Figures::value).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Number || value instanceof Boolean ? String.valueOf(value) : quoted(value.toString());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
