package tacit.api.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which memories are wanted; null and empty parts do not restrict. Immutable.
 *
 * @param layer the exact layer
 * @param kinds one of these kinds
 * @param scope the exact scope
 * @param state the exact state
 * @param visibilities one of these
 * @param text these words stand somewhere in the text, whatever their case, as one piece
 * @param from stored at this time or later
 * @param until stored before this time
 * @param attributes these attributes have exactly these values
 */
public record MemoryFilter(
        @Nullable String layer,
        List<String> kinds,
        @Nullable MemoryScope scope,
        @Nullable MemoryState state,
        List<Visibility> visibilities,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant until,
        SortedMap<String, String> attributes) {

    public MemoryFilter {
        kinds = List.copyOf(kinds);
        visibilities = List.copyOf(visibilities);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** The active memories of a layer. */
    public static MemoryFilter active(String layer) {
        return new MemoryFilter(
                layer, List.of(), null, MemoryState.ACTIVE, List.of(), null, null, null, new TreeMap<>());
    }

    /** The memories of a layer, whatever their state. */
    public static MemoryFilter of(String layer) {
        return new MemoryFilter(layer, List.of(), null, null, List.of(), null, null, null, new TreeMap<>());
    }

    /** The same, of these kinds only. */
    public MemoryFilter withKinds(List<String> wanted) {
        return new MemoryFilter(layer, wanted, scope, state, visibilities, text, from, until, attributes);
    }

    /** The same, of this scope only. */
    public MemoryFilter withScope(MemoryScope wanted) {
        return new MemoryFilter(layer, kinds, wanted, state, visibilities, text, from, until, attributes);
    }

    /** The same, of these visibilities only. */
    public MemoryFilter withVisibilities(List<Visibility> wanted) {
        return new MemoryFilter(layer, kinds, scope, state, wanted, text, from, until, attributes);
    }

    /** The same, with these words in the text only. */
    public MemoryFilter withText(String words) {
        return new MemoryFilter(layer, kinds, scope, state, visibilities, words, from, until, attributes);
    }

    /** The same, stored within these times only. */
    public MemoryFilter within(@Nullable Instant begin, @Nullable Instant end) {
        return new MemoryFilter(layer, kinds, scope, state, visibilities, text, begin, end, attributes);
    }

    /** The same, with these attributes only. */
    public MemoryFilter withAttributes(SortedMap<String, String> wanted) {
        return new MemoryFilter(layer, kinds, scope, state, visibilities, text, from, until, wanted);
    }
}
