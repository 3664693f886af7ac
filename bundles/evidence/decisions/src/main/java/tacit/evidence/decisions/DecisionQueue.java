package tacit.evidence.decisions;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tacit.api.harness.Decision;

/** Decisions on their way to the writer, bounded by count and by characters. Thread-safe. */
final class DecisionQueue {

    private final int most;
    private final long mostCharacters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Decision> waiting = new ArrayDeque<>();
    private long characters;
    private long offered;
    private long ended;
    private boolean closed;

    DecisionQueue(int most, long mostCharacters) {
        this.most = most;
        this.mostCharacters = mostCharacters;
    }

    /** Takes a decision unless it is closed or full; never waits for the writer. */
    boolean offer(Decision decision) {
        long size = Characters.of(decision);
        lock.lock();
        try {
            if (closed || waiting.size() >= most || characters + size > mostCharacters) {
                return false;
            }
            waiting.add(decision);
            characters += size;
            offered++;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for decisions and takes the oldest; none after this time, or when it is closed and empty. */
    List<Decision> take(int limit, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (waiting.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            List<Decision> taken = new ArrayList<>();
            while (taken.size() < limit && !waiting.isEmpty()) {
                Decision decision = waiting.remove();
                characters -= Characters.of(decision);
                taken.add(decision);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that so many that were taken out are written, or dropped. */
    void ended(int count) {
        lock.lock();
        try {
            ended += count;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all that was offered until now is written; false when that takes longer. */
    boolean awaitEnded(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long wanted = offered;
            long left = patience.toNanos();
            while (ended < wanted && left > 0) {
                left = changed.awaitNanos(left);
            }
            return ended >= wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what waits can still be taken out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing will ever come out again. */
    boolean finished() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
