package tacit.bench.memory;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes so many memories a second until it is closed. Thread-safe. */
final class SteadyWriter implements AutoCloseable {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> writing;
    private final AtomicLong next;
    private final long first;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    SteadyWriter(int aSecond, long first, LongConsumer write) {
        this.first = first;
        next = new AtomicLong(first);
        long period = TimeUnit.SECONDS.toMicros(1) / aSecond;
        writing = thread.scheduleAtFixedRate(() -> write(write), 0, period, TimeUnit.MICROSECONDS);
    }

    private void write(LongConsumer write) {
        try {
            write.accept(next.get());
            next.incrementAndGet();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    long written() {
        return next.get() - first;
    }

    /** Stops, and throws what a write threw. */
    @Override
    public void close() {
        writing.cancel(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Cannot stop the writer: a write takes over a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
