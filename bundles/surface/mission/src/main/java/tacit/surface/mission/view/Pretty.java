package tacit.surface.mission.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** JSON that people read, and JSON that scripts read. */
final class Pretty {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Pretty() {}

    /** JSON with its lines broken; another text as it is, lists and maps as JSON. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        try {
            Object tree = value instanceof CharSequence text ? tree(text.toString()) : value;
            return tree == null
                    ? value.toString()
                    : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            return value.toString();
        }
    }

    /** A value as JSON in one line. */
    static String compact(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write a value as JSON", e);
        }
    }

    private static @Nullable Object tree(String text) throws JsonProcessingException {
        String start = text.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[");
        return json ? JSON.readTree(text) : null;
    }
}
