package tacit.api.recall;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A document that may be meant, with what the index measured of it. Immutable.
 *
 * @param document as it was indexed
 * @param before the text of the one before it in its group; empty for none
 * @param after the text of the one behind it in its group; empty for none
 * @param signals by name, such as {@code bm25.text}, {@code bm25.window1}, {@code bm25.group}, {@code cosine.e5.text}; one that
 *     was not measured is absent
 */
public record SearchHit(SearchDocument document, String before, String after, SortedMap<String, Double> signals) {

    public SearchHit {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        signals = Collections.unmodifiableSortedMap(new TreeMap<>(signals));
    }
}
