package tacit.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes the fields of objects; what is not known is left out. */
final class Fields {

    private Fields() {}

    static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    static @Nullable String text(Map<String, Object> object, String name) {
        return object.get(name) instanceof String text ? text : null;
    }

    static String textOr(Map<String, Object> object, String name, String otherwise) {
        String text = text(object, name);
        return text == null ? otherwise : text;
    }

    static @Nullable Long whole(Map<String, Object> object, String name) {
        return object.get(name) instanceof Number number ? (Long) number.longValue() : null;
    }

    static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
        return object.get(name) instanceof List<?> list
                ? list.stream().map(Json::asObject).toList()
                : List.of();
    }
}
