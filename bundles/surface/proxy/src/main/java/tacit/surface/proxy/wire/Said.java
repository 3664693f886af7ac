package tacit.surface.proxy.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/**
 * One message of a request.
 *
 * @param begin its first byte
 * @param end behind its last byte
 * @param role who speaks; empty where nobody says
 * @param text the words of a user; empty for everybody else, and for results of tools
 */
record Said(int begin, int end, String role, String text) {

    /** The most characters that are taken as a task. */
    static final int LONGEST = 100_000;

    private static final Set<String> TEXTS = Set.of("text", "input_text");

    /** Whether it is for the model and from nobody who talks. */
    boolean isInstruction() {
        return role.equals("system") || role.equals("developer");
    }

    /** Reads the object that the parser stands at, to its end. */
    static Said read(JsonParser parser) throws IOException {
        int begin = Places.begin(parser);
        String role = "";
        String text = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("role") && value == JsonToken.VALUE_STRING) {
                role = parser.getText();
            } else if (field.equals("content")) {
                text = text(parser, value);
            } else {
                parser.skipChildren();
            }
        }
        return new Said(begin, Places.end(parser), role, role.equals("user") ? text : "");
    }

    private static String text(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            return bounded(parser.getText());
        }
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (JsonToken part = parser.nextToken(); part != JsonToken.END_ARRAY; part = parser.nextToken()) {
            if (part == JsonToken.START_OBJECT) {
                part(parser, words);
            } else {
                parser.skipChildren();
            }
        }
        return bounded(words.toString());
    }

    private static void part(JsonParser parser, StringBuilder words) throws IOException {
        String type = "";
        String text = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
            } else if (field.equals("text") && value == JsonToken.VALUE_STRING) {
                text = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        if (TEXTS.contains(type) && !text.isEmpty() && words.length() < LONGEST) {
            words.append(words.length() == 0 ? "" : "\n").append(text);
        }
    }

    static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }
}
