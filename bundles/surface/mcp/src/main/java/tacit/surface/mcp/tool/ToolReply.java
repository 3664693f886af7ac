package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.surface.mcp.rpc.Json;

/**
 * What a tool answers. Immutable, as far as nobody changes its value.
 *
 * @param value for programs; null for a failure
 * @param text for models
 */
public record ToolReply(@Nullable ObjectNode value, String text) {

    public ToolReply {
        Objects.requireNonNull(text, "text");
    }

    /** A value, which is its own text. */
    public static ToolReply of(ObjectNode value) {
        return new ToolReply(value, Json.text(value));
    }

    /** Why there is nothing. */
    public static ToolReply failed(String reason) {
        return new ToolReply(null, reason);
    }

    /** As it is answered. */
    public ObjectNode view() {
        ObjectNode view = Json.object();
        view.putArray("content").addObject().put("type", "text").put("text", text);
        if (value != null) {
            view.set("structuredContent", value);
        }
        return view.put("isError", value == null);
    }
}
