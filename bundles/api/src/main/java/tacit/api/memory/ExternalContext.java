package tacit.api.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a memory outside knows for a prompt. Immutable.
 *
 * @param providerId whose it is
 * @param facts the best first; foreign text, each of them
 * @param metadata how it was found, for people
 */
public record ExternalContext(String providerId, List<Fact> facts, SortedMap<String, String> metadata) {

    /**
     * One thing that is known outside.
     *
     * @param id of it there; null where it has none
     * @param kind how it is known there, such as {@code static}, {@code dynamic}, {@code found}
     * @param text what it says
     * @param relevance in [0, 1]
     * @param updatedAt when it was last changed; null when nobody says
     */
    public record Fact(
            @Nullable String id,
            String kind,
            String text,
            double relevance,
            @Nullable Instant updatedAt) {

        public Fact {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(text, "text");
            if (!(relevance >= 0 && relevance <= 1)) {
                throw new IllegalArgumentException("relevance must be in [0, 1], got " + relevance);
            }
        }
    }

    public ExternalContext {
        Objects.requireNonNull(providerId, "providerId");
        facts = List.copyOf(facts);
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }
}
