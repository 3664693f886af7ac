package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.surface.mcp.rpc.Json;

/**
 * How a tool is told of. Immutable, as far as nobody changes its schemas.
 *
 * @param name as it is called
 * @param title for people
 * @param description for models
 * @param input the JSON Schema of its arguments
 * @param output the JSON Schema of what it answers; null where that has no fixed form
 * @param effect what it does to the host
 */
public record ToolCard(
        String name,
        String title,
        String description,
        ObjectNode input,
        @Nullable ObjectNode output,
        Effect effect) {

    /** What a tool does to the host. */
    public enum Effect {
        /** It only looks. */
        READS,
        /** It adds something and takes nothing away. */
        ADDS,
        /** It may change or take away what is there. */
        CHANGES
    }

    public ToolCard {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(effect, "effect");
    }

    /** As clients are told of it. */
    public ObjectNode view() {
        ObjectNode view = Json.object().put("name", name).put("title", title).put("description", description);
        view.set("inputSchema", input);
        if (output != null) {
            view.set("outputSchema", output);
        }
        view.putObject("annotations")
                .put("title", title)
                .put("readOnlyHint", effect == Effect.READS)
                .put("destructiveHint", effect == Effect.CHANGES)
                .put("idempotentHint", effect == Effect.READS)
                .put("openWorldHint", false);
        return view;
    }
}
