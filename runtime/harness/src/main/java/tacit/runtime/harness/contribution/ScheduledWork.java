package tacit.runtime.harness.contribution;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.harness.Scheduled;
import tacit.runtime.harness.facade.Entry;

/** Work of one active bundle, done again and again until the bundle is retired or it is cancelled. Thread-safe. */
final class ScheduledWork {

    private static final Logger log = LoggerFactory.getLogger(ScheduledWork.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final ScheduledExecutorService threads;
    private final Entry entry;
    // Forgotten with the end: a thread pool may keep this for as long as a period.
    private volatile @Nullable Scheduled work;
    private volatile @Nullable Future<?> next;

    private ScheduledWork(ScheduledExecutorService threads, Entry entry, Scheduled work) {
        this.threads = threads;
        this.entry = entry;
        this.work = work;
    }

    /** Begins; the first run comes after the first period. */
    static ScheduledWork begin(ScheduledExecutorService threads, Entry entry, Scheduled work) {
        ScheduledWork scheduled = new ScheduledWork(threads, entry, work);
        threads.execute(() -> scheduled.turn(false));
        return scheduled;
    }

    void cancel() {
        work = null;
        Future<?> turn = next;
        if (turn != null) {
            turn.cancel(false);
        }
    }

    private void turn(boolean run) {
        Scheduled present = work;
        if (present == null || !entry.enter()) {
            cancel();
            return;
        }
        Duration period;
        try {
            if (run) {
                run(present);
            }
            period = period(present);
        } finally {
            entry.leave();
        }
        if (period != null) {
            again(period);
        }
    }

    private void again(Duration period) {
        try {
            next = threads.schedule(() -> turn(true), MILLISECONDS.convert(period), MILLISECONDS);
            if (work == null) {
                cancel();
            }
        } catch (RejectedExecutionException e) {
            // The router was closed meanwhile.
            work = null;
        }
    }

    private void run(Scheduled present) {
        try {
            present.run();
        } catch (RuntimeException | Error e) {
            log.warn(
                    "Scheduled work of role '{}' failed; it runs again",
                    entry.seat().role(),
                    e);
        }
    }

    private @Nullable Duration period(Scheduled present) {
        try {
            Duration period = present.period();
            return period.compareTo(SHORTEST) < 0 ? SHORTEST : period;
        } catch (RuntimeException | Error e) {
            log.warn(
                    "Scheduled work of role '{}' ends: it has no period",
                    entry.seat().role(),
                    e);
            return null;
        }
    }
}
