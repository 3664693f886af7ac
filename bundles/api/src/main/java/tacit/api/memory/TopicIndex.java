package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * What came of collecting topics. Immutable.
 *
 * @param path of the index below the workspace's folder
 * @param text the whole index as it is now; empty where there is no folder
 * @param topics those that were collected
 * @param written how many files were written or removed
 */
public record TopicIndex(String path, String text, List<TopicPack> topics, int written) {

    public TopicIndex {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
        topics = List.copyOf(topics);
    }
}
