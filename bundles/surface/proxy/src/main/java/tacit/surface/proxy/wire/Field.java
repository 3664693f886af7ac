package tacit.surface.proxy.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A field that a context can be added to.
 *
 * @param shape what stands there
 * @param begin its first byte
 * @param end behind its last byte
 * @param behind where one more element of an array goes: behind its last one, or behind its bracket
 * @param empty whether it is an array or a text of nothing
 */
record Field(Shape shape, int begin, int end, int behind, boolean empty) {

    enum Shape {
        TEXT,
        ARRAY,
        OTHER
    }

    static Field read(JsonParser parser, JsonToken value) throws IOException {
        int begin = Places.begin(parser);
        if (value == JsonToken.VALUE_STRING) {
            int end = Places.end(parser);
            return new Field(Shape.TEXT, begin, end, end, end - begin == 2);
        }
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return new Field(Shape.OTHER, begin, begin, begin, true);
        }
        int behind = begin + 1;
        boolean empty = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            behind = Places.end(parser);
            empty = false;
        }
        return new Field(Shape.ARRAY, begin, Places.end(parser), behind, empty);
    }
}
