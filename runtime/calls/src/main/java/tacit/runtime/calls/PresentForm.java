package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Primitive values, which are never null.
 *
 * @param boxed how their boxed values are written
 */
record PresentForm(Form boxed) implements Form {

    @Override
    public void write(Object value, Sheet sheet) throws IOException {
        boxed.write(value, sheet);
    }

    @Override
    public Object read(JsonNode node, String place) {
        return boxed.read(node, place);
    }

    @Override
    public Object absent(String place) {
        throw new IllegalArgumentException(place + " must be given");
    }
}
