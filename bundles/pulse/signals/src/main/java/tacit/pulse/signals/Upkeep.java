package tacit.pulse.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Ends what expired and drops what ended long ago, a little with each submission. Thread-safe. */
final class Upkeep {

    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final int MOST_REMOVED = 500;

    private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();

    /** Whether it is time again; then it counts as done. */
    boolean isDue(Instant now) {
        Instant before = last.get();
        return (before == null || !now.isBefore(before.plus(BETWEEN)) || now.isBefore(before))
                && last.compareAndSet(before, now);
    }

    static void run(WaitingRows rows, Limits.Retention kept, Instant now) {
        rows.expire(now);
        rows.remove(now.minus(kept.longest()), MOST_REMOVED);
        kept.shorter().forEach((workspace, days) -> rows.removeOf(workspace, now.minus(days), MOST_REMOVED));
    }
}
