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
 * @param previous up to when it has been read: the moment of the last reading that was kept; null before the first
 * @param memory what it handed back last time; empty at first
 * @param request what was sent, its signature already checked; null for none
 * @param files those of its patterns that {@link TriggerPlan#content} asks for, in the order of their paths. What is there when the
 *     host first looks has not changed
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
            Objects.requireNonNull(body, "body");
        }
    }

    /** What became of a file since the last reading that was kept. */
    public enum Change {
        NONE,
        NEW,
        CHANGED,
        REMOVED
    }

    /**
     * A file. Immutable.
     *
     * @param path under the workspace's folder, with {@code /}
     * @param change what became of it
     * @param modifiedAt when it changed last; of one that was removed, as it was known
     * @param size in bytes; of one that was removed, as it was known
     * @param text its words, when they were asked for: of a long one its end, from the begin of a line; null otherwise
     */
    public record WatchedFile(
            String path,
            Change change,
            Instant modifiedAt,
            long size,
            @Nullable String text) {

        public WatchedFile {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(modifiedAt, "modifiedAt");
        }
    }
}
