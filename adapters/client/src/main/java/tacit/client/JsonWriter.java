package tacit.client;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one value as JSON. Confined to one call. */
final class JsonWriter {

    private static final int MOST_DEPTH = 500;

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private JsonWriter() {}

    static String text(@Nullable Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.out.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            nest('{');
            map.forEach(this::field);
            end('}');
        } else if (value instanceof Collection<?> list) {
            nest('[');
            list.forEach(this::item);
            end(']');
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            out.append("null");
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            string(value.toString());
        }
    }

    private void nest(char begin) {
        if (++depth > MOST_DEPTH) {
            throw new IllegalArgumentException("A value must have at most " + MOST_DEPTH + " levels");
        }
        out.append(begin);
    }

    private void end(char end) {
        depth--;
        if (out.charAt(out.length() - 1) == ',') {
            out.setLength(out.length() - 1);
        }
        out.append(end);
    }

    private void field(Object name, @Nullable Object value) {
        string(String.valueOf(name));
        out.append(':');
        value(value);
        out.append(',');
    }

    private void item(@Nullable Object value) {
        value(value);
        out.append(',');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int plain = "\"\\\b\f\n\r\t".indexOf(c);
            if (plain >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(plain));
            } else if (c < ' ' || broken(text, i)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Half a character would not outlive UTF-8: as an escape it does. */
    private static boolean broken(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
