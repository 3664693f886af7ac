package tacit.runtime.harness.recording;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.harness.Calls;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.InnerCall;

/** Turns finished calls into decisions on a thread of its own. Thread-safe; what does not fit is dropped and counted. */
final class DecisionWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DecisionWriter.class);

    private final int maxRecorded;
    private final Calls calls;
    private final BlockingQueue<FinishedCall> queue;
    private final LongAdder dropped = new LongAdder();
    private final AtomicLong written = new AtomicLong();
    private final Thread thread = new Thread(this::write, "tacit-decisions");
    private volatile @Nullable DecisionLog decisions;

    DecisionWriter(RecordingRules rules, Calls calls) {
        this.maxRecorded = rules.maxRecorded();
        this.calls = calls;
        this.queue = new ArrayBlockingQueue<>(rules.capacity());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void decisions(@Nullable DecisionLog log) {
        decisions = log;
    }

    boolean isOpen() {
        return decisions != null;
    }

    /** Whether one more call would fit: what will be dropped need not be recorded first. */
    boolean hasRoom() {
        return queue.remainingCapacity() > 0;
    }

    void offer(FinishedCall call) {
        if (!queue.offer(call)) {
            drop();
        }
    }

    void drop() {
        dropped.increment();
    }

    long dropped() {
        return dropped.sum();
    }

    @Override
    public void close() {
        decisions = null;
        thread.interrupt();
    }

    private void write() {
        try {
            while (true) {
                write(queue.take());
            }
        } catch (InterruptedException e) {
            // The only interrupt comes from close: what still waits has no log to go to.
            queue.clear();
        }
    }

    private void write(FinishedCall call) {
        DecisionLog target = decisions;
        if (target == null) {
            drop();
            return;
        }
        try {
            Decision decision = call.decision(id(call), calls);
            if (size(decision) > maxRecorded) {
                drop();
            } else {
                target.offer(decision);
            }
        } catch (RuntimeException e) {
            drop();
            // Without its message, which may hold what was recorded.
            log.debug("Cannot record a call of role '{}': {}", call.subject().role(), e.getClass());
        }
    }

    private String id(FinishedCall call) {
        return String.format("%012x-%08x", call.clock().toEpochMilli(), written.incrementAndGet() & 0xffffffffL);
    }

    private static long size(Decision decision) {
        long size = (long) decision.situation().inputs().length()
                + decision.output().length();
        for (InnerCall inner : decision.situation().inner()) {
            size += (long) inner.inputs().length() + inner.output().length();
        }
        return size;
    }
}
