package tacit.api.recall;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;

/**
 * Something that was recalled. Immutable.
 *
 * @param type one of {@link RecallRequest#TYPES}
 * @param id of the document, unique in its workspace
 * @param taskId the run that it comes from; null for none
 * @param at when it was said or last changed
 * @param title a heading for people; may be empty
 * @param label what it is and whence, for people
 * @param snippet the part of it where the words stand, at most 260 characters
 * @param lane where its words come from
 * @param rank the more the better, on one scale for all types
 * @param relevance how well it answers, in [0, 1]; comparable within one answer
 * @param recency in [0.65, 1]
 * @param attributes what its source keeps besides
 * @param reasons what its relevance is made of, the weightiest first
 */
public record RecallHit(
        String type,
        String id,
        @Nullable String taskId,
        Instant at,
        String title,
        String label,
        String snippet,
        TrustLane lane,
        double rank,
        double relevance,
        double recency,
        SortedMap<String, String> attributes,
        List<RankedHit.Reason> reasons) {

    public RecallHit {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(snippet, "snippet");
        Objects.requireNonNull(lane, "lane");
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        reasons = List.copyOf(reasons);
    }
}
