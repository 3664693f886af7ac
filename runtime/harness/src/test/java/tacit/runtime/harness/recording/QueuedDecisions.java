package tacit.runtime.harness.recording;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** A log that a test waits for. Thread-safe. */
public final class QueuedDecisions implements DecisionLog {

    private final BlockingQueue<Decision> taken = new LinkedBlockingQueue<>();
    private final CountDownLatch blocked = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public boolean offer(Decision decision) {
        blocked.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return taken.add(decision);
    }

    /** Waits for the next decision. */
    public Decision next() {
        try {
            return taken.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isEmpty() {
        return taken.isEmpty();
    }

    /** Holds whoever offers until the latch is open. */
    public CountDownLatch block() {
        gate = new CountDownLatch(1);
        return gate;
    }

    public void awaitBlocked() throws InterruptedException {
        blocked.await();
    }

    @Override
    public Page<Decision> list(String role, PageRequest page) {
        return new Page<>(List.copyOf(taken), 0, taken.size());
    }

    @Override
    public Optional<Decision> find(String id) {
        return taken.stream().filter(decision -> decision.id().equals(id)).findFirst();
    }

    @Override
    public long dropped() {
        return 0;
    }
}
