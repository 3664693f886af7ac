package tacit.surface.agents.text;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import tacit.surface.agents.text.JsonPart.Kind;

/**
 * A JSON object as somebody wrote it: a change touches its own place only, and is laid out as its neighbours are. Immutable.
 */
public final class JsonText {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String text;
    private final JsonNode node;
    private final JsonPart root;
    private final JsonLayout layout;

    private JsonText(String text, JsonNode node) {
        this.text = text;
        this.node = node;
        this.root = JsonParts.of(text);
        this.layout = JsonLayout.of(text, root);
    }

    /**
     * Reads a text; a blank one is an object without members.
     *
     * @throws IllegalArgumentException where it is no JSON object, with line and column
     */
    public static JsonText of(String text) {
        if (text.isBlank()) {
            return of("{}\n");
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (!node.isObject()) {
                throw new IllegalArgumentException("line 1: it must hold one object");
            }
            return new JsonText(text, node);
        } catch (JsonProcessingException malformed) {
            JsonLocation place = malformed.getLocation();
            throw new IllegalArgumentException(
                    "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": "
                            + malformed.getOriginalMessage(),
                    malformed);
        }
    }

    /** What the text says; not to be changed. */
    public JsonNode node() {
        return node;
    }

    /** Adds a member at the end of an object, or gives the one of this name another value. */
    public JsonText put(List<String> object, String name, JsonNode value) {
        JsonPart place = part(object, Kind.OBJECT);
        JsonPart known = place.member(name);
        if (known != null) {
            String written = layout.write(value, layout.indentAt(known.nameStart()), layout.broken(place));
            return changed(known.start(), known.end(), written);
        }
        return append(place, indent -> layout.name(name) + layout.write(value, indent, layout.broken(place)));
    }

    /** Adds an element at the end of an array. */
    public JsonText add(List<String> array, JsonNode value) {
        JsonPart place = part(array, Kind.ARRAY);
        return append(place, indent -> layout.write(value, indent, layout.broken(place)));
    }

    /** Takes a member away; the object keeps the rest as it is. */
    public JsonText remove(List<String> object, String name) {
        JsonPart place = part(object, Kind.OBJECT);
        JsonPart member = Objects.requireNonNull(place.member(name), "member");
        return without(place, place.parts().indexOf(member));
    }

    /** Takes an element away; the array keeps the rest as it is. */
    public JsonText remove(List<String> array, int index) {
        return without(part(array, Kind.ARRAY), index);
    }

    @Override
    public String toString() {
        return text;
    }

    private JsonPart part(List<String> path, Kind kind) {
        JsonPart place = root;
        for (String name : path) {
            place = Objects.requireNonNull(place.member(name), name);
        }
        if (place.kind() != kind) {
            throw new IllegalArgumentException(
                    String.join(".", path) + " must be an " + (kind == Kind.ARRAY ? "array" : "object"));
        }
        return place;
    }

    /** Writes a value for the indentation at which it stands. */
    @FunctionalInterface
    private interface Written {

        String at(String indent);
    }

    private JsonText append(JsonPart place, Written written) {
        String indent = layout.indentOfParts(place);
        if (!place.parts().isEmpty()) {
            int end = place.parts().get(place.parts().size() - 1).end();
            String gap = layout.broken(place) ? layout.newline() + indent : " ";
            return changed(end, end, "," + gap + written.at(indent));
        }
        if (!layout.broken(place)) {
            return changed(place.start() + 1, place.end() - 1, written.at(indent));
        }
        String outer = layout.indentAt(place.start());
        return changed(
                place.start() + 1,
                place.end() - 1,
                layout.newline() + indent + written.at(indent) + layout.newline() + outer);
    }

    private JsonText without(JsonPart place, int index) {
        List<JsonPart> parts = place.parts();
        JsonPart gone = parts.get(index);
        if (index > 0) {
            return changed(parts.get(index - 1).end(), gone.end(), "");
        }
        if (parts.size() > 1) {
            return changed(gone.nameStart(), parts.get(1).nameStart(), "");
        }
        return changed(place.start() + 1, place.end() - 1, "");
    }

    private JsonText changed(int from, int to, String with) {
        return of(text.substring(0, from) + with + text.substring(to));
    }
}
