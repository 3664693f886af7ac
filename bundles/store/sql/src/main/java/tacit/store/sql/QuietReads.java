package tacit.store.sql;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tacit.api.thread.QuietThread;

/**
 * Reads for quiet threads, on threads of usual priority. A quiet thread that is put off while it holds a lock of the engine
 * would put off everybody who waits for that lock. Thread-safe.
 */
final class QuietReads implements AutoCloseable {

    private static final int THREADS = 4;

    private final ThreadPoolExecutor threads;

    /** Starts all threads at once: what a quiet thread starts could not get more of the system's time than it has itself. */
    QuietReads() {
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), QuietReads::thread);
        threads.prestartAllCoreThreads();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tacit-store-reader");
        thread.setDaemon(true);
        return thread;
    }

    /** Has a read done; what it throws is thrown here. Another thread than a quiet one does it itself. */
    <T> T read(Supplier<T> read) {
        if (!QuietThread.isCurrent()) {
            return read.get();
        }
        Future<T> done;
        try {
            done = threads.submit(read::get);
        } catch (RejectedExecutionException e) {
            // closed: so is the database, which says so
            return read.get();
        }
        return result(done);
    }

    /** A read that was begun is waited for, also by a thread that is told to stop. */
    private static <T> T result(Future<T> done) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
