package tacit.adapt.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Lets each of many callers pass so many times within a minute that begins with their first. Thread-safe. */
final class RateLimit {

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final int most;
    private final Clock clock;
    private final Object lock = new Object();
    private final Map<String, Window> windows = new HashMap<>();

    private record Window(Instant begin, int passed) {}

    RateLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Answers how long a caller has to wait; empty when they may pass. */
    Optional<Duration> pass(String caller) {
        synchronized (lock) {
            Instant now = clock.instant();
            windows.values().removeIf(window -> !now.isBefore(window.begin().plus(WINDOW)));
            Window window = windows.getOrDefault(caller, new Window(now, 0));
            if (window.passed() >= most) {
                return Optional.of(Duration.between(now, window.begin().plus(WINDOW)));
            }
            windows.put(caller, new Window(window.begin(), window.passed() + 1));
            return Optional.empty();
        }
    }
}
