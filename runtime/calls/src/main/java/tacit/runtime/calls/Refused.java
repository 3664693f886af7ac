package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Says in one form what does not fit, without the content of texts. */
final class Refused {

    private Refused() {}

    static IllegalArgumentException type(Class<?> wanted, Object value) {
        return new IllegalArgumentException("value must be " + wanted.getName() + ", got "
                + value.getClass().getName());
    }

    static IllegalArgumentException node(String place, String wanted, JsonNode node) {
        return new IllegalArgumentException(place + " must be " + wanted + ", got "
                + node.getNodeType().name().toLowerCase(Locale.ROOT));
    }

    static IllegalArgumentException text(String place, String wanted) {
        return new IllegalArgumentException(place + " must be " + wanted + ", got another text");
    }
}
