package tacit.examples.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Tacit had to say for a task.
 *
 * @param id names it in the trace; null when nothing was given
 * @param text may be empty
 * @param generation the state of the harness that gave it; null when not known
 * @param pieces the parts of the text that come from memories
 */
public record Context(
        @Nullable String id, String text, @Nullable String generation, List<Piece> pieces) {

    public static final Context NONE = new Context(null, "", null, List.of());

    /**
     * A part of the text.
     *
     * @param text as it stands there
     * @param source which of Tacit's memories offered it, such as {@code curated}
     * @param memories their ids; empty for what comes from files
     */
    public record Piece(String text, String source, List<String> memories) {

        public Piece {
            memories = List.copyOf(memories);
        }
    }

    public Context {
        pieces = List.copyOf(pieces);
    }

    /** One that somebody wrote down. */
    static Context written(String id, String text) {
        return new Context(id, text, null, List.of());
    }
}
