package tacit.api.memory;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A prompt's share of the memory, ready to be sent. Immutable.
 *
 * @param text all blocks in their order; empty when there is nothing to say
 * @param tokens of the text, as estimated
 * @param blocks what the text is made of
 * @param fragments those that stand in it, in their order
 * @param attribution how many fragments of each source stand in it, of every source that offered any
 * @param explanation why each piece stands in it or does not
 */
public record AssembledContext(
        String text,
        int tokens,
        List<Block> blocks,
        List<ContextFragment> fragments,
        SortedMap<String, Integer> attribution,
        ContextExplanation explanation) {

    /**
     * A part of the text that stands together.
     *
     * @param kind {@code kit}, {@code hot_memory}, {@code structured_memory}, {@code recall_hints}, {@code recovery},
     *     {@code personality} or {@code channel}
     * @param text as it stands in the prompt
     * @param tokens of the text
     * @param memoryIds the memories that it shows
     * @param pieces which fragment stands where in the text, in its order; empty where nobody tells them apart
     */
    public record Block(String kind, String text, int tokens, List<String> memoryIds, List<Piece> pieces) {

        public Block {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(text, "text");
            memoryIds = List.copyOf(memoryIds);
            pieces = List.copyOf(pieces);
        }

        /** One of a single piece, such as the kit. */
        public Block(String kind, String text, int tokens, List<String> memoryIds) {
            this(kind, text, tokens, memoryIds, List.of());
        }
    }

    /**
     * A fragment in the text of its block.
     *
     * @param begin where it begins, in UTF-16 characters
     * @param end where it ends, exclusive
     * @param source the fragment's
     * @param key the fragment's
     * @param memoryIds the memories that it was made from
     */
    public record Piece(int begin, int end, String source, String key, List<String> memoryIds) {

        public Piece {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(key, "key");
            memoryIds = List.copyOf(memoryIds);
            if (begin < 0 || end < begin) {
                throw new IllegalArgumentException("end must be at least begin, got " + begin + ", " + end);
            }
        }
    }

    public AssembledContext {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(explanation, "explanation");
        blocks = List.copyOf(blocks);
        fragments = List.copyOf(fragments);
        attribution = Collections.unmodifiableSortedMap(new TreeMap<>(attribution));
    }

    /** Nothing, for these reasons. */
    public static AssembledContext nothing(ContextExplanation explanation) {
        return new AssembledContext("", 0, List.of(), List.of(), new TreeMap<>(), explanation);
    }
}
