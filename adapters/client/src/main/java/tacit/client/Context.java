package tacit.client;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an agent should know before a task. Immutable.
 *
 * @param id names this answer in the trace; empty where Tacit could not be asked
 * @param blocks what to put into the prompt, in order
 * @param tokens of all blocks
 * @param generation the state of the harness that decided; null where there is none
 * @param model the model that the agent should use; null where none is set
 */
public record Context(
        String id,
        List<Block> blocks,
        long tokens,
        @Nullable Long generation,
        @Nullable String model) {

    /** Nothing, as Tacit could not be asked. */
    public static final Context NONE = new Context("", List.of(), 0, null, null);

    public Context {
        blocks = List.copyOf(blocks);
    }

    /**
     * One part of a prompt. Immutable.
     *
     * @param kind such as {@code structured_memory}
     */
    public record Block(String kind, String text) {}

    /** The texts of all blocks with an empty line between; empty where there is nothing to say. */
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    /** Whether there is nothing to put into the prompt. */
    public boolean isEmpty() {
        return blocks.isEmpty();
    }
}
