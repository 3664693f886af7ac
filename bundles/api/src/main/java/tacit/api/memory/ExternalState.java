package tacit.api.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a memory outside is set and how it does; holds no secret. Immutable.
 *
 * @param enabled whether it is switched on
 * @param configured whether it has all that it needs, such as a key
 * @param pausedUntil until when it is not asked because it failed; null while it is
 * @param settings by name, as people may see them
 */
public record ExternalState(
        boolean enabled, boolean configured, @Nullable Instant pausedUntil, SortedMap<String, String> settings) {

    public ExternalState {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }
}
