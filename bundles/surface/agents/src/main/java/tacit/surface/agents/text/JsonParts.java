package tacit.surface.agents.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.surface.agents.text.JsonPart.Kind;

/** Finds the places of all values in a text that is known to be JSON. Confined to one thread. */
final class JsonParts {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String text;
    private int at;

    private JsonParts(String text) {
        this.text = text;
    }

    static JsonPart of(String text) {
        JsonParts parts = new JsonParts(text);
        parts.space();
        return parts.value(null, parts.at);
    }

    private JsonPart value(@Nullable String name, int nameStart) {
        int start = at;
        char first = text.charAt(at);
        if (first == '{') {
            List<JsonPart> members = children('}', true);
            return new JsonPart(Kind.OBJECT, start, at, name, name == null ? start : nameStart, members);
        }
        if (first == '[') {
            List<JsonPart> elements = children(']', false);
            return new JsonPart(Kind.ARRAY, start, at, name, name == null ? start : nameStart, elements);
        }
        if (first == '"') {
            string();
        } else {
            while (at < text.length() && " \t\r\n,]}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        return new JsonPart(Kind.SCALAR, start, at, name, name == null ? start : nameStart, List.of());
    }

    private List<JsonPart> children(char close, boolean named) {
        List<JsonPart> children = new ArrayList<>();
        at++;
        space();
        while (text.charAt(at) != close) {
            int begin = at;
            String name = named ? name() : null;
            children.add(value(name, begin));
            space();
            if (text.charAt(at) == ',') {
                at++;
                space();
            }
        }
        at++;
        return children;
    }

    private String name() {
        int begin = at;
        string();
        String quoted = text.substring(begin, at);
        space();
        at++;
        space();
        try {
            return MAPPER.readValue(quoted, String.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot read a name: " + impossible.getOriginalMessage(), impossible);
        }
    }

    private void string() {
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
