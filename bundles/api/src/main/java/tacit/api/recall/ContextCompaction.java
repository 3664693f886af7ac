package tacit.api.recall;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Messages that left a prompt, and what stands there instead. Immutable.
 *
 * @param removed the messages; an earlier summary among them becomes a parent of the new one
 * @param summary what stands in their place
 * @param label a name for people; null for none
 * @param proactive whether it was made before there was need of room
 */
public record ContextCompaction(
        ContextRecording removed, String summary, @Nullable String label, boolean proactive) {

    public ContextCompaction {
        Objects.requireNonNull(removed, "removed");
        Objects.requireNonNull(summary, "summary");
    }
}
