package tacit.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends traces on a thread of its own, several at once. Where more come than can be sent the oldest are dropped and counted; what
 * could not be sent waits and is tried again as long as there is room. Thread-safe.
 */
final class TraceQueue implements AutoCloseable {

    private static final int AT_ONCE = 50;
    private static final int ATTEMPTS = 5;
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Wire wire;
    private final Supplier<URI> otlp;
    private final Guarded guarded;
    private final int most;
    private final Deque<AgentTrace> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread sender;
    private long dropped;
    private boolean sending;
    private boolean closed;

    TraceQueue(Wire wire, Supplier<URI> otlp, Guarded guarded, int most) {
        this.wire = wire;
        this.otlp = otlp;
        this.guarded = guarded;
        this.most = most;
        this.sender = new Thread(this::run, "tacit-client-traces");
        sender.setDaemon(true);
        sender.start();
    }

    /** Takes a trace and returns at once. */
    void add(AgentTrace trace) {
        long total = 0;
        lock.lock();
        try {
            boolean full = waiting.size() >= most;
            if (!closed) {
                if (full) {
                    waiting.removeFirst();
                }
                waiting.addLast(trace);
            }
            if (closed || full) {
                total = ++dropped;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (total > 0) {
            guarded.dropped(total);
        }
    }

    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all that was taken is sent or given up; whether that is so within the time. */
    boolean flush(Duration time) {
        long left = time.toNanos();
        lock.lock();
        try {
            while (sending || !waiting.isEmpty()) {
                if (left <= 0 || !sender.isAlive()) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (List<AgentTrace> some = next(); !some.isEmpty(); some = next()) {
            send(some);
        }
    }

    /** What is sent next; empty when there is nothing more to wait for. */
    private List<AgentTrace> next() {
        lock.lock();
        try {
            sending = false;
            changed.signalAll();
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            List<AgentTrace> some = new ArrayList<>();
            while (!waiting.isEmpty() && some.size() < AT_ONCE) {
                some.add(waiting.pollFirst());
            }
            sending = !some.isEmpty();
            return some;
        } catch (InterruptedException e) {
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private void send(List<AgentTrace> some) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            TacitException why = sent(some);
            if (why == null) {
                return;
            }
            boolean refused = why.status() != 0 && why.status() < 500;
            if (refused || attempt == ATTEMPTS || !pause(pause)) {
                lost(some.size(), why);
                return;
            }
            pause = pause.multipliedBy(2);
        }
    }

    private @Nullable TacitException sent(List<AgentTrace> some) {
        try {
            wire.send("POST", otlp.get().resolve("/v1/traces"), OtlpJson.request(some));
            return null;
        } catch (TacitException e) {
            return e;
        } catch (RuntimeException e) {
            return new TacitException("Cannot report: " + e.getMessage(), e);
        }
    }

    /** Waits between two attempts; false where nobody waits any more. */
    private boolean pause(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void lost(int count, TacitException why) {
        long total;
        lock.lock();
        try {
            dropped += count;
            total = dropped;
        } finally {
            lock.unlock();
        }
        guarded.unsent(why);
        guarded.dropped(total);
    }

    /** Sends what waits, each once more at most, and ends; returns after at most 5 seconds. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            sender.join(CLOSING.toMillis());
            sender.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
