package tacit.surface.mission.session;

import java.time.Duration;
import java.time.Instant;

/** Makes guessing slow: each failed login after the free ones doubles the wait before the next. Thread-safe. */
final class Slowdown {

    private final Object lock = new Object();
    private final int free;
    private final Duration longest;
    private int failures;
    private Instant open = Instant.MIN;

    Slowdown(int free, Duration longest) {
        this.free = free;
        this.longest = longest;
    }

    /** Whole seconds until a login may be tried; 0 for now. */
    long wait(Instant now) {
        synchronized (lock) {
            return now.isBefore(open) ? Math.max(1, Duration.between(now, open).toSeconds()) : 0;
        }
    }

    void failed(Instant now) {
        synchronized (lock) {
            failures++;
            if (failures >= free) {
                long seconds = 1L << Math.min(failures - free, 20);
                open = now.plus(Duration.ofSeconds(Math.min(seconds, longest.toSeconds())));
            }
        }
    }

    void succeeded() {
        synchronized (lock) {
            failures = 0;
            open = Instant.MIN;
        }
    }
}
