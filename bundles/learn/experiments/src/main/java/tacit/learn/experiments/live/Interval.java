package tacit.learn.experiments.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Trace;

/**
 * A time in which the candidate of a canary is known to have served its share. Immutable.
 *
 * @param opened from here on
 * @param seen until here at least; what a host that died served later is not counted
 * @param closed whether it is over
 */
public record Interval(Instant opened, Instant seen, boolean closed) {

    /** Whether a run started in it. */
    boolean holds(Trace run) {
        @Nullable Instant started = run.startedAt();
        return started != null && !started.isBefore(opened) && started.isBefore(seen);
    }
}
