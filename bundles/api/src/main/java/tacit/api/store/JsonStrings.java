package tacit.api.store;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Changes the strings of JSON where they stand, as they are written; a text that is no JSON comes through in the same way. */
final class JsonStrings {

    private final String json;
    private final StringBuilder changed;
    private String key = "";
    private int at;

    private JsonStrings(String json) {
        this.json = json;
        changed = new StringBuilder(json.length());
    }

    /**
     * The JSON with other strings.
     *
     * @param value makes another of a value, by the last key before it; both come as they are written, with escapes
     * @param name makes another of a key
     */
    static String each(String json, BinaryOperator<String> value, UnaryOperator<String> name) {
        JsonStrings strings = new JsonStrings(json);
        strings.walk(value, name);
        return strings.changed.toString();
    }

    private void walk(BinaryOperator<String> value, UnaryOperator<String> name) {
        while (at < json.length()) {
            int open = json.indexOf('"', at);
            int close = open < 0 ? -1 : end(open + 1);
            if (close < 0) {
                changed.append(json, at, json.length());
                return;
            }
            String text = json.substring(open + 1, close);
            changed.append(json, at, open + 1);
            if (isKey(close + 1)) {
                key = text;
                changed.append(name.apply(text));
            } else {
                changed.append(value.apply(key, text));
            }
            changed.append('"');
            at = close + 1;
        }
    }

    private int end(int from) {
        for (int i = from; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    private boolean isKey(int from) {
        int i = from;
        while (i < json.length() && Character.isWhitespace(json.charAt(i))) {
            i++;
        }
        return i < json.length() && json.charAt(i) == ':';
    }
}
