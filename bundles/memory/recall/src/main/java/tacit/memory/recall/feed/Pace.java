package tacit.memory.recall.feed;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.thread.QuietThread;

/** Looks at something again and again at a fixed delay, on a thread of its own. */
final class Pace {

    private static final Logger log = LoggerFactory.getLogger(Pace.class);
    private static final int MAX_DELAY_SECONDS = 3600;
    private static final int PATIENCE_SECONDS = 10;

    private final String name;
    private final ScheduledExecutorService executor;
    private final Future<?> looks;

    /**
     * Begins after the first delay.
     *
     * @param delay seconds between the end of one look and the next
     */
    Pace(String name, int delay, Runnable look) {
        if (delay < 1 || delay > MAX_DELAY_SECONDS) {
            throw new IllegalArgumentException("delay.seconds must be in [1, 3600], got " + delay);
        }
        this.name = name;
        this.executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = QuietThread.of(work, "tacit-" + name);
            thread.setDaemon(true);
            return thread;
        });
        this.looks = executor.scheduleWithFixedDelay(look, delay, delay, TimeUnit.SECONDS);
    }

    /** Lets a look that is under way finish. */
    void stop() throws InterruptedException {
        looks.cancel(false);
        executor.shutdown();
        if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            log.warn("The {} did not stop within {} seconds", name, PATIENCE_SECONDS);
        }
    }
}
