package tacit.api.recall;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;

/**
 * Words that were found. Immutable.
 *
 * @param id of what holds them
 * @param source where they stand: {@code transcript_span}, {@code task_message}, {@code checkpoint}, {@code
 *     workspace_markdown} or {@code memory}
 * @param type what it is there, such as {@code user_message}
 * @param taskId the run; null for none
 * @param at when
 * @param excerpt the part with the words, at most 280 characters
 * @param lane where the words come from
 * @param score the more the better; comparable within one answer
 * @param reason why it stands where it stands
 * @param attributes what its source keeps besides, such as {@code event_id}, {@code seq}, {@code path}, {@code start_line}
 */
public record TranscriptHit(
        String id,
        String source,
        String type,
        @Nullable String taskId,
        Instant at,
        String excerpt,
        TrustLane lane,
        double score,
        String reason,
        SortedMap<String, String> attributes) {

    public TranscriptHit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(excerpt, "excerpt");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(reason, "reason");
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
}
