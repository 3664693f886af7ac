package tacit.pulse.executors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at work. Immutable.
 *
 * @param executor null where nobody was found
 * @param device null where none was found
 * @param routing all lines so far
 * @param attempts the number of this one
 * @param host that does it
 */
record Doing(@Nullable String executor, @Nullable String device, List<String> routing, int attempts, String host) {

    Doing {
        routing = List.copyOf(routing);
    }
}
