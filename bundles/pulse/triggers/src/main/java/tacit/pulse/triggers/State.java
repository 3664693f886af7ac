package tacit.pulse.triggers;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a trigger has been read. Immutable.
 *
 * @param sequence how many readings were kept
 * @param memory what the last one handed back
 * @param watched the patterns of which the files are known; empty when none were looked at yet
 * @param readAt when the last one was; null before the first
 */
record State(
        long sequence,
        Map<String, String> memory,
        String watched,
        @Nullable Instant readAt) {

    static final State NONE = new State(0, Map.of(), "", null);
}
