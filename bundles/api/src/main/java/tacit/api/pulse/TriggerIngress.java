package tacit.api.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came in for a trigger. Immutable.
 *
 * @param at when
 * @param previous when it was asked last; null for never
 * @param memory what it handed back last time; empty at first
 * @param request what was sent, its signature already checked; null for none
 * @param files those of its patterns, in the order of their paths
 */
public record TriggerIngress(
        Instant at,
        @Nullable Instant previous,
        Map<String, String> memory,
        @Nullable Request request,
        List<WatchedFile> files) {

    public TriggerIngress {
        Objects.requireNonNull(at, "at");
        memory = Map.copyOf(memory);
        files = List.copyOf(files);
    }

    /**
     * What was sent. Immutable.
     *
     * @param headers by lower case name, without those that hold secrets
     * @param body as text
     */
    public record Request(Map<String, String> headers, String body) {

        public Request {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * A file. Immutable.
     *
     * @param path under the workspace's folder, with {@code /}
     * @param modifiedAt when it changed last
     * @param size in bytes
     * @param text its words, when they were asked for; null otherwise, or when it is too long or no text
     */
    public record WatchedFile(
            String path,
            Instant modifiedAt,
            long size,
            @Nullable String text) {}
}
