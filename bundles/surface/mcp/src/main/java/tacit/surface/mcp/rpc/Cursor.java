package tacit.surface.mcp.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on. Immutable.
 *
 * @param part which part of the list
 * @param place where in it; null for its beginning
 */
public record Cursor(int part, @Nullable String place) {

    /** The beginning. */
    public static final Cursor FIRST = new Cursor(0, null);

    private static final int LONGEST = 2_000;

    /**
     * Reads the cursor of a request.
     *
     * @throws RpcError when it is none of ours
     */
    public static Cursor of(ObjectNode params) {
        JsonNode sent = params.path("cursor");
        if (sent.isMissingNode() || sent.isNull()) {
            return FIRST;
        }
        try {
            if (sent.isTextual() && sent.textValue().length() <= LONGEST) {
                String text = new String(Base64.getUrlDecoder().decode(sent.textValue()), StandardCharsets.UTF_8);
                int end = text.indexOf(' ');
                int part = Integer.parseInt(end < 0 ? text : text.substring(0, end));
                return new Cursor(part, end < 0 ? null : text.substring(end + 1));
            }
        } catch (IllegalArgumentException e) {
            throw bad();
        }
        throw bad();
    }

    /** Says that a cursor is none of ours. */
    public static RpcError bad() {
        return RpcError.params("cursor must be a nextCursor of the same list");
    }

    /** As clients send it back. */
    public String text() {
        String text = place == null ? String.valueOf(part) : part + " " + place;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
