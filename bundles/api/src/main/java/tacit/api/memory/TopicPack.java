package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is collected on a topic. Immutable.
 *
 * @param id the same as long as it is about the same; empty for a file that a person wrote
 * @param title its title
 * @param source what it was made from: {@code memory}, the path of a note, or {@code file} where a person wrote it
 * @param path below the workspace's folder
 * @param text what it says, without secrets
 * @param memoryIds the memories that it was made from
 * @param updatedAt how old the newest of what it says is
 * @param score how many words of the question it holds
 */
public record TopicPack(
        String id,
        String title,
        String source,
        String path,
        String text,
        List<String> memoryIds,
        Instant updatedAt,
        int score) {

    public TopicPack {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(updatedAt, "updatedAt");
        memoryIds = List.copyOf(memoryIds);
        if (score < 0) {
            throw new IllegalArgumentException("score must not be negative, got " + score);
        }
    }
}
