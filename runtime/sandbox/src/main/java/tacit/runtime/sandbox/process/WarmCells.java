package tacit.runtime.sandbox.process;

import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Child processes that wait for a candidate. Empty until the first is taken; filled up after each; emptied when none was
 * taken for a while. Thread-safe.
 */
public final class WarmCells implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WarmCells.class);

    private final CellStarter starter;
    private final int size;
    private final Duration idle;
    private final BlockingDeque<Cell> ready = new LinkedBlockingDeque<>();
    private final ScheduledThreadPoolExecutor worker;
    private @Nullable Future<?> emptying;

    public WarmCells(CellStarter starter, int size, Duration idle) {
        this.starter = starter;
        this.size = size;
        this.idle = idle;
        // One thread that lives as long as the pool: children may be bound to the thread that started them
        this.worker = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "tacit-sandbox");
            thread.setDaemon(true);
            return thread;
        });
        worker.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        worker.setRemoveOnCancelPolicy(true);
    }

    /** A process that is ready; it belongs to the caller. */
    public Cell take() throws InterruptedException {
        Cell cell = ready.poll();
        while (cell != null && !cell.alive()) {
            cell.close();
            cell = ready.poll();
        }
        if (cell == null) {
            cell = starter.start();
        }
        worker.execute(this::fill);
        emptyLater();
        return cell;
    }

    /** Whether processes are ended from here on, whatever their candidates do. */
    public boolean closed() {
        return worker.isShutdown();
    }

    private void fill() {
        try {
            while (ready.size() < size) {
                ready.add(starter.start());
            }
        } catch (RuntimeException cannotStart) {
            log.warn("Cannot keep a child process ready", cannotStart);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void emptyLater() {
        synchronized (worker) {
            if (emptying != null) {
                emptying.cancel(false);
            }
            emptying = worker.schedule(this::empty, idle.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void empty() {
        for (Cell cell = ready.poll(); cell != null; cell = ready.poll()) {
            cell.close();
        }
    }

    /** Ends those that wait; those in use are the starter's to end. */
    @Override
    public void close() {
        worker.shutdownNow();
        empty();
    }
}
