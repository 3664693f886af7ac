package tacit.runtime.harness.contribution;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Does one thing after the other. Thread-safe.
 *
 * <p>Whoever reports a change of services may hold locks that a swap is waiting for, so a report never waits for its turn:
 * whoever has the turn does it too.
 */
public final class Turns {

    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** Waits for the turn and answers what the work does. */
    public <T> T take(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
            rest();
        }
    }

    /** Waits for the turn and does the work. */
    public void run(Runnable work) {
        take(() -> {
            work.run();
            return true;
        });
    }

    /** Does the work now, or leaves it to the thread that has the turn. */
    public void soon(Runnable work) {
        waiting.add(work);
        rest();
    }

    private void rest() {
        while (!turn.isHeldByCurrentThread() && !waiting.isEmpty() && turn.tryLock()) {
            try {
                Runnable next = waiting.poll();
                if (next != null) {
                    next.run();
                }
            } finally {
                turn.unlock();
            }
        }
    }
}
