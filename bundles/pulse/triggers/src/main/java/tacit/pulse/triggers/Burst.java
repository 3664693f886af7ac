package tacit.pulse.triggers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.pulse.triggers.FileChanges.Known;

/** Waits until files that change one after another are quiet, but not for ever. Confined to the thread of the loop. */
final class Burst {

    /** How many times the quiet a burst may last. */
    private static final int MOST_QUIETS = 10;

    private @Nullable Map<String, Known> mark;
    private Instant began = Instant.EPOCH;
    private Instant last = Instant.EPOCH;

    /** Whether what changed may be told of. */
    boolean isOver(FileChanges changes, Duration quiet, Instant now) {
        if (changes.changed().isEmpty()) {
            mark = null;
            return false;
        }
        Map<String, Known> current = changes.mark();
        if (mark == null) {
            began = now;
        }
        if (!current.equals(mark)) {
            last = now;
        }
        mark = current;
        return !now.isBefore(last.plus(quiet)) || !now.isBefore(began.plus(quiet.multipliedBy(MOST_QUIETS)));
    }

    void end() {
        mark = null;
    }
}
