package tacit.memory.index;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.thread.QuietThread;

/**
 * The one thread behind an index. It takes a breath before it begins, so that single writes are worked on together, and
 * purges once for all deletions of some time. Thread-safe.
 */
final class Background {

    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Chores chores;
    private final Duration purgeAfter;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition signal = lock.newCondition();
    private final Thread thread;
    private boolean wanted = true;
    private boolean hurried = true;
    private boolean busy;
    private boolean closed;
    private @Nullable Instant purgeAt;

    Background(Chores chores, Duration purgeAfter, Clock clock) {
        this.chores = chores;
        this.purgeAfter = purgeAfter;
        this.clock = clock;
        this.thread = QuietThread.of(this::run, "tacit-index");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void wake() {
        lock.lock();
        try {
            wanted = true;
            signal.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void awaitIdle() throws InterruptedException {
        lock.lock();
        try {
            while ((wanted || busy) && !closed) {
                hurried = true;
                signal.signalAll();
                signal.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        chores.begin();
        try {
            while (next()) {
                work();
            }
        } catch (InterruptedException stopped) {
            log.debug("The thread behind the index was stopped");
        }
    }

    /** Something to do; it answers whether more of it is left. */
    private interface Chore {

        boolean run() throws IOException;
    }

    private void work() {
        boolean more = true;
        while (more && !isClosed()) {
            attempt(chores::restore);
            more = attempt(chores::step);
        }
        attempt(this::purge);
    }

    /** One chore that fails keeps none of the others from being done. */
    private boolean attempt(Chore chore) {
        try {
            return chore.run();
        } catch (IOException | RuntimeException failed) {
            log.warn("The index could not be worked on; it is tried again later", failed);
            if (chores.gaveUp(failed)) {
                wake();
            }
            return false;
        }
    }

    private boolean purge() throws IOException {
        if (untilPurge() == 0) {
            purgeAt = null;
            chores.purge();
        }
        return false;
    }

    /** Waits for something to do; false when the index is closed. */
    private boolean next() throws InterruptedException {
        lock.lock();
        try {
            busy = false;
            signal.signalAll();
            while (!wanted && !closed && untilDue() > 0) {
                signal.awaitNanos(untilDue());
            }
            breathe();
            busy = true;
            wanted = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void breathe() throws InterruptedException {
        long left = BREATH.toNanos();
        while (left > 0 && !hurried && !closed) {
            left = signal.awaitNanos(left);
        }
        hurried = false;
    }

    private long untilDue() {
        return Math.min(untilPurge(), chores.untilBuild());
    }

    /** In nanoseconds; 0 when it is time, and very long when nothing was deleted. */
    private long untilPurge() {
        if (!chores.isUnpurged()) {
            purgeAt = null;
            return Long.MAX_VALUE;
        }
        Instant now = clock.instant();
        Instant at = purgeAt == null ? now.plus(purgeAfter) : purgeAt;
        purgeAt = at;
        return now.isBefore(at) ? Duration.between(now, at).toNanos() : 0;
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the thread after what it is at. */
    void close() {
        lock.lock();
        try {
            closed = true;
            signal.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
