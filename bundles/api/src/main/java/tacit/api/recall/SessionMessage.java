package tacit.api.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message of an agent's conversation, as the agent's host has it. Immutable.
 *
 * @param role who says it, such as {@code user}, {@code assistant}, {@code tool} or {@code system}
 * @param blocks what it is made of, in their order
 * @param at when it was said; null when nobody knows
 */
public record SessionMessage(
        String role, List<Block> blocks, @Nullable Instant at) {

    /** What a part of a message can be. */
    public enum BlockKind {
        TEXT,
        TOOL_CALL,
        TOOL_RESULT,
        IMAGE
    }

    /**
     * A part of a message.
     *
     * @param kind what it is
     * @param id of the tool's call; empty for none
     * @param name of the tool; empty where it has none, or nobody told
     * @param text the words, the arguments or the result; empty for an image
     */
    public record Block(BlockKind kind, String id, String name, String text) {

        public Block {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
        }
    }

    public SessionMessage {
        Objects.requireNonNull(role, "role");
        blocks = List.copyOf(blocks);
        if (role.isBlank()) {
            throw new IllegalArgumentException("role must not be blank");
        }
    }

    /** Words alone. */
    public static SessionMessage of(String role, String text) {
        return new SessionMessage(role, List.of(new Block(BlockKind.TEXT, "", "", text)), null);
    }

    /** Whether it carries what a tool answered. */
    public boolean foreign() {
        return role.equals("tool") || blocks.stream().anyMatch(block -> block.kind() == BlockKind.TOOL_RESULT);
    }
}
