package tacit.evidence.decisions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tacit.api.harness.Decision;
import tacit.api.store.TextRemoval;

/**
 * What was forgotten a short time ago: a call that began before may end after, and its decision must not bring the words back.
 * Thread-safe.
 */
final class Forgotten {

    private static final Duration KEPT = Duration.ofMinutes(15);

    private record Recent(TextRemoval removal, Instant until) {}

    private final Clock clock;
    private final List<Recent> recent = new CopyOnWriteArrayList<>();

    Forgotten(Clock clock) {
        this.clock = clock;
    }

    void add(TextRemoval removal) {
        Instant now = clock.instant();
        recent.removeIf(one -> one.until().isBefore(now));
        recent.add(new Recent(removal, now.plus(KEPT)));
    }

    /** The decision without it; empty when none of it may stay. */
    Optional<Decision> without(Decision decision) {
        Optional<Decision> left = Optional.of(decision);
        for (Recent one : recent) {
            left = left.flatMap(kept -> Decisions.without(kept, one.removal()));
        }
        return left;
    }
}
