package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/**
 * A value or null.
 *
 * @param content how the value is written
 */
record OptionalForm(Form content) implements Form {

    @Override
    public void write(Object value, Sheet sheet) throws IOException {
        if (!(value instanceof Optional<?> optional)) {
            throw Refused.type(Optional.class, value);
        }
        content.writeAny(optional.orElse(null), sheet);
    }

    @Override
    public Object read(JsonNode node, String place) {
        return Optional.of(content.read(node, place));
    }

    @Override
    public Object absent(String place) {
        return Optional.empty();
    }
}
