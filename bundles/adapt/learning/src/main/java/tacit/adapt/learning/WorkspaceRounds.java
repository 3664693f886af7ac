package tacit.adapt.learning;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.thread.QuietThread;
import tacit.api.trace.TraceStore;

/** Does something in every workspace again and again, on a thread of its own, until it is stopped. Thread-safe. */
final class WorkspaceRounds {

    private static final Logger log = LoggerFactory.getLogger(WorkspaceRounds.class);
    private static final int STOP_SECONDS = 10;

    private final String name;
    private final TraceStore traces;
    private final Consumer<String> work;
    private final ScheduledExecutorService executor;
    private @Nullable Future<?> rounds;
    private volatile boolean stopping;

    /**
     * Does nothing until it begins.
     *
     * @param name of the thread, and in the log
     * @param work what is done in a workspace; where it fails the other workspaces still have their turn
     */
    WorkspaceRounds(String name, TraceStore traces, Consumer<String> work) {
        this.name = name;
        this.traces = traces;
        this.work = work;
        this.executor = Executors.newSingleThreadScheduledExecutor(run -> QuietThread.of(run, name));
    }

    /** Begins; to be called once. */
    void begin(Duration first, Duration period) {
        rounds =
                executor.scheduleWithFixedDelay(this::look, first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One round; what fails is named and done again in the next one. */
    void look() {
        try {
            traces.workspaces().forEach(this::look);
        } catch (RuntimeException e) {
            log.warn("Cannot look for workspaces in '{}'; the next round is to come", name, e);
        }
    }

    private void look(String workspace) {
        try {
            if (!stopping) {
                work.accept(workspace);
            }
        } catch (RuntimeException e) {
            log.warn("Cannot serve workspace '{}' in '{}'; the next round tries again", workspace, name, e);
        }
    }

    /** Lets the workspace that has its turn finish, and serves no other one. */
    void stop() throws InterruptedException {
        stopping = true;
        if (rounds != null) {
            rounds.cancel(false);
        }
        executor.shutdown();
        if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("'{}' did not stop within {} seconds", name, STOP_SECONDS);
        }
    }
}
