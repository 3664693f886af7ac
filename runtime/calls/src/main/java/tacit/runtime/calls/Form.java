package tacit.runtime.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How values of one type are written as JSON and read back. Immutable and thread-safe. */
interface Form {

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException when it is of another type
     */
    void write(Object value, Sheet sheet) throws IOException;

    /**
     * Makes a value.
     *
     * @param node neither null nor a JSON null
     * @param place where it stands, for messages
     * @throws IllegalArgumentException when it does not fit
     */
    Object read(JsonNode node, String place);

    /** What an absent value or a JSON null stands for. */
    default @Nullable Object absent(String place) {
        return null;
    }

    /** Writes a value or null. */
    default void writeAny(@Nullable Object value, Sheet sheet) throws IOException {
        if (value == null) {
            sheet.json().writeNull();
        } else {
            write(value, sheet);
        }
    }

    /** Makes a value, or what stands for none. */
    default @Nullable Object readAny(@Nullable JsonNode node, String place) {
        return node == null || node.isNull() || node.isMissingNode() ? absent(place) : read(node, place);
    }
}
