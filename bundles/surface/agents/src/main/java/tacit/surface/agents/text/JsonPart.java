package tacit.surface.agents.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value in a JSON text, by its place. Immutable.
 *
 * @param kind what it is
 * @param start its first character
 * @param end behind its last one
 * @param name its name in the object that it is a member of; null for elements and the whole
 * @param nameStart where its name begins; its own start without one
 * @param parts members of an object, or elements of an array
 */
record JsonPart(Kind kind, int start, int end, @Nullable String name, int nameStart, List<JsonPart> parts) {

    /** What a value is, as far as places matter. */
    enum Kind {
        OBJECT,
        ARRAY,
        SCALAR
    }

    JsonPart {
        parts = List.copyOf(parts);
    }

    @Nullable
    JsonPart member(String wanted) {
        return parts.stream()
                .filter(part -> wanted.equals(part.name()))
                .findFirst()
                .orElse(null);
    }
}
