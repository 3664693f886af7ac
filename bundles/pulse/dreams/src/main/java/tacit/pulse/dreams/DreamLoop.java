package tacit.pulse.dreams;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.learn.TraceLearner;
import tacit.api.store.Scope;
import tacit.api.thread.QuietThread;

/**
 * Dreams of tasks that ended, proposes what cycles of the core give, on a thread of its own, and puts in order what a crash left. Only a host that is up is configured
 * with it.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE, service = TraceLearner.class, immediate = true)
@Designate(ocd = DreamLoop.Config.class)
public final class DreamLoop implements TraceLearner {

    private static final Logger log = LoggerFactory.getLogger(DreamLoop.class);
    private static final int MOST_SECONDS = 86_400;
    private static final int SLACK_MILLIS = 10;

    private final EndedTasks tasks;
    private final CycleMemories cycles;
    private final StoredReview review;
    private final ScheduledExecutorService executor;
    private final Future<?> rounds;
    private volatile @Nullable Future<?> soon;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit dream loop")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description =
                        "Seconds between looks for tasks that wait and for writes that the gate decided, in [1, 86400]",
                min = "1",
                max = "86400")
        int period_seconds() default 60;
    }

    @Activate
    public DreamLoop(
            @Reference EndedTasks tasks,
            @Reference StoredDreaming desk,
            @Reference CycleMemories cycles,
            @Reference StoredReview review,
            Config config) {
        int period = config.period_seconds();
        if (period < 1 || period > MOST_SECONDS) {
            throw new IllegalArgumentException("period.seconds must be in [1, 86400], got " + period);
        }
        this.tasks = tasks;
        this.cycles = cycles;
        this.review = review;
        int left = desk.recover() + review.recover();
        if (left > 0) {
            log.info("{} dreaming runs and candidates were left under way and are in order again", left);
        }
        executor = Executors.newSingleThreadScheduledExecutor(work -> QuietThread.of(work, "tacit-dreams"));
        rounds = executor.scheduleWithFixedDelay(this::look, EndedTasks.DELAY.toSeconds(), period, TimeUnit.SECONDS);
    }

    @Override
    public void learn(Scope scope, List<String> traceIds) {
        tasks.ended(scope, traceIds);
        Future<?> next = soon;
        try {
            if (next == null || next.isDone()) {
                soon = executor.schedule(this::look, EndedTasks.DELAY.toMillis() + SLACK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException stopping) {
            log.debug("The dream loop is stopping; the tasks wait for the next start");
        }
    }

    /** One look; what fails is done again in the next one. */
    void look() {
        try {
            tasks.look();
            review.settle();
            cycles.look();
        } catch (RuntimeException e) {
            log.warn("Cannot dream of what ended; the next look tries again", e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        rounds.cancel(false);
        executor.shutdownNow();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("The dream loop did not stop within 10 seconds");
        }
    }
}
