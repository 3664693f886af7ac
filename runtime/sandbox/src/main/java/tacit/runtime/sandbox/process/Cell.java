package tacit.runtime.sandbox.process;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One child process that is ready for a candidate. Used by one thread at a time; closed from any. */
public final class Cell implements AutoCloseable {

    private static final int EXIT_SECONDS = 5;

    private final Process process;
    private final Path folder;
    private final Wire wire;
    private final ErrorOutput errors;
    private final int heapMegabytes;
    private final Consumer<Cell> closed;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ExecutorService pipe = Executors.newSingleThreadExecutor(task -> daemon(task, "tacit-cell-pipe"));

    /** The process was just started. */
    Cell(Process process, Path folder, long token, Bounds bounds, Consumer<Cell> closed) {
        this.process = process;
        this.folder = folder;
        this.heapMegabytes = bounds.heapMegabytes();
        this.closed = closed;
        this.wire = new Wire(process.getInputStream(), process.getOutputStream(), token, bounds.maxFrame());
        this.errors = new ErrorOutput(process.getErrorStream());
        daemon(errors, "tacit-cell-errors").start();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    Path folder() {
        return folder;
    }

    boolean alive() {
        return process.isAlive();
    }

    void greet(Duration deadline) throws CellEndedException, TimeoutException, InterruptedException {
        within(deadline, wire::greet);
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws TimeoutException when none came in time; the process must be closed then
     */
    public byte[] exchange(byte[] request, Duration deadline)
            throws CellEndedException, TimeoutException, InterruptedException {
        return within(deadline, () -> wire.exchange(request));
    }

    /** On a thread of its own, for neither the read nor the write of a pipe can be interrupted. */
    private byte[] within(Duration deadline, Callable<byte[]> talk)
            throws CellEndedException, TimeoutException, InterruptedException {
        try {
            return pipe.submit(talk).get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            throw new CellEndedException("its process was ended by the host", closed);
        } catch (ExecutionException failure) {
            Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
            throw new CellEndedException(reason(cause), cause);
        }
    }

    private String reason(Throwable failure) throws InterruptedException {
        if (failure instanceof StreamCorruptedException) {
            return "it wrote into the protocol";
        }
        boolean over = failure instanceof IOException && process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
        return over
                ? Ending.words(process.exitValue(), errors.text(), heapMegabytes)
                : "it closed the protocol and went on";
    }

    /** Kills the process with all that it started, and deletes its folder. */
    @Override
    public void close() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        pipe.shutdownNow();
        try {
            ProcessTree.kill(process);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        closed.accept(this);
    }

    /**
     * What bounds a cell.
     *
     * @param heapMegabytes of the process
     * @param maxFrame the longest answer on the pipe, in bytes
     */
    public record Bounds(int heapMegabytes, int maxFrame) {}
}
