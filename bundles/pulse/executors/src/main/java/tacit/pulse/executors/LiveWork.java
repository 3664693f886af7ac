package tacit.pulse.executors;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** What runs in this host just now, on which devices, and how it is stopped. Thread-safe. */
@Component(service = LiveWork.class)
public final class LiveWork {

    /** Why work is stopped. */
    enum Why {
        CANCELLED,
        OUT_OF_TIME,
        HOST_STOPS
    }

    /** One piece of work. Guarded by the lock. */
    static final class Work {

        final String id;
        final Instant deadline;
        private @Nullable Thread thread;
        private @Nullable Why why;
        private @Nullable String device;
        private boolean over;

        Work(String id, Instant deadline) {
            this.id = id;
            this.deadline = deadline;
        }
    }

    private final Semaphore rung = new Semaphore(0);
    private final Object lock = new Object();
    private final Map<String, Work> works = new TreeMap<>();
    private final Map<String, Integer> running = new TreeMap<>();

    void ring() {
        rung.release();
    }

    /** Returns when somebody rang since the last time, or after that time. */
    void await(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }

    /** Takes a place on a device; false when there is none. */
    boolean enter(Work work, Target target) {
        synchronized (lock) {
            if (running.getOrDefault(target.name(), 0) >= target.capacity()) {
                return false;
            }
            leave(work);
            running.merge(target.name(), 1, Integer::sum);
            work.device = target.name();
            works.put(work.id, work);
            return true;
        }
    }

    /** Leaves its place, and waits until there is one on another device: two that want each other's do not wait for ever. */
    void await(Work work, Target target) throws InterruptedException {
        synchronized (lock) {
            leave(work);
            while (!enter(work, target)) {
                lock.wait();
            }
        }
    }

    private void leave(Work work) {
        if (work.device != null) {
            running.computeIfPresent(work.device, (name, count) -> count > 1 ? count - 1 : null);
            work.device = null;
            lock.notifyAll();
        }
    }

    /** The thread that does it from now on; false when it was stopped before. */
    boolean start(Work work) {
        synchronized (lock) {
            work.thread = Thread.currentThread();
            return work.why == null;
        }
    }

    /** Why it was stopped; null when it was not. From now on nothing interrupts its thread. */
    @Nullable
    Why finish(Work work) {
        synchronized (lock) {
            work.over = true;
            Thread.interrupted();
            return work.why;
        }
    }

    /** It is gone, and its place is free. */
    void end(Work work) {
        synchronized (lock) {
            leave(work);
            works.remove(work.id, work);
        }
        ring();
    }

    /** Stops it when it runs here; the first reason stays. */
    void stop(String id, Why why) {
        synchronized (lock) {
            Work work = works.get(id);
            if (work != null && !work.over && work.why == null) {
                work.why = why;
                if (work.thread != null) {
                    work.thread.interrupt();
                }
            }
        }
    }

    void stopAll(Why why) {
        works().forEach(work -> stop(work.id, why));
    }

    List<Work> works() {
        synchronized (lock) {
            return List.copyOf(works.values());
        }
    }

    Map<String, Integer> running() {
        synchronized (lock) {
            return new TreeMap<>(running);
        }
    }
}
