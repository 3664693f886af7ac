package tacit.memory.index;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread behind an index: makes windows and vectors, saves, builds anew what was lost. Thread-safe. */
final class Background {

    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final int BATCH = 64;

    private final LuceneIndex index;
    private final Object signal = new Object();
    private final Thread thread;
    private boolean wanted = true;
    private boolean busy;
    private boolean closed;

    Background(LuceneIndex index) {
        this.index = index;
        this.thread = new Thread(this::run, "tacit-index");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void wake() {
        synchronized (signal) {
            wanted = true;
            signal.notifyAll();
        }
    }

    void awaitIdle() throws InterruptedException {
        synchronized (signal) {
            while ((wanted || busy) && !closed) {
                signal.wait();
            }
        }
    }

    private void run() {
        index.verify();
        while (next()) {
            try {
                boolean more = true;
                while (more && !isClosed()) {
                    more = step();
                }
            } catch (IOException | RuntimeException failed) {
                log.warn("The index could not be worked on; it is tried again with the next change", failed);
            }
        }
    }

    /** One batch; whoever wants to build the index anew gets in between two of them. */
    private synchronized boolean step() throws IOException {
        index.recover();
        boolean more = index.work(BATCH);
        index.save();
        return more;
    }

    /** Waits for something to do; false when the index is closed. */
    private boolean next() {
        synchronized (signal) {
            busy = false;
            signal.notifyAll();
            while (!wanted && !closed) {
                try {
                    signal.wait();
                } catch (InterruptedException stopped) {
                    return false;
                }
            }
            busy = wanted;
            wanted = false;
            return !closed;
        }
    }

    private boolean isClosed() {
        synchronized (signal) {
            return closed;
        }
    }

    /** Ends the thread after what it is at. */
    void close() {
        synchronized (signal) {
            closed = true;
            signal.notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
