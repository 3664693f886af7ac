package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something that a source offers to the next prompt. Immutable.
 *
 * @param key what stands for the same thing from the same source again
 * @param source the source's name
 * @param section where it belongs, such as {@code curated}, {@code manual}, {@code user}, {@code playbook}, {@code entities},
 *     {@code summaries}, {@code archive}, {@code kit}; in {@code personality} and {@code channel} each line of the text stands
 *     for itself, behind everything that is known
 * @param text as it would stand in the prompt, whole
 * @param lane where its words come from
 * @param visibility who may be shown it
 * @param relevance in [0, 1], before the task is looked at
 * @param confidence in [0, 1]
 * @param updatedAt how old what it says is
 * @param memoryIds the memories that it was made from; empty for files
 */
public record ContextFragment(
        String key,
        String source,
        String section,
        String text,
        TrustLane lane,
        Visibility visibility,
        double relevance,
        double confidence,
        Instant updatedAt,
        List<String> memoryIds) {

    public ContextFragment {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(updatedAt, "updatedAt");
        memoryIds = List.copyOf(memoryIds);
        if (!(relevance >= 0 && relevance <= 1) || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "relevance and confidence must be in [0, 1], got " + relevance + ", " + confidence);
        }
    }
}
