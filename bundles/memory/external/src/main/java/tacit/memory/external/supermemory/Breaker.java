package tacit.memory.external.supermemory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stops asking a service that fails again and again, for some time. Thread-safe. */
final class Breaker {

    static final int FAILURES = 3;
    static final Duration WITHIN = Duration.ofMinutes(5);
    static final Duration OPEN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Object lock = new Object();
    private final Deque<Instant> failures = new ArrayDeque<>();
    private @Nullable Instant until;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** Until when nobody asks; empty when anybody may. */
    Optional<Instant> openUntil() {
        synchronized (lock) {
            return until != null && clock.instant().isBefore(until) ? Optional.of(until) : Optional.empty();
        }
    }

    void failed() {
        synchronized (lock) {
            Instant now = clock.instant();
            failures.add(now);
            while (!failures.isEmpty() && !failures.element().isAfter(now.minus(WITHIN))) {
                failures.remove();
            }
            if (failures.size() >= FAILURES) {
                until = now.plus(OPEN);
                failures.clear();
            }
        }
    }
}
