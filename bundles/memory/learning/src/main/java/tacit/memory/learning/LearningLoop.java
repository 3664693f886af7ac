package tacit.memory.learning;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.MemoryLearning;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.thread.QuietThread;
import tacit.api.trace.TraceStore;

/**
 * Learns memories in a running host: from each trace when the pipeline comes to it, and from the last ones together at a fixed
 * delay, on a thread of its own, which keeps archives and histories in order, too.
 *
 * <p>Only a host that is up is configured with it; a command that runs alone fills no memory.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE, service = TraceLearner.class, immediate = true)
@Designate(ocd = LearningLoop.Config.class)
public final class LearningLoop implements TraceLearner {

    private static final Logger log = LoggerFactory.getLogger(LearningLoop.class);
    private static final int MOST_MINUTES = 10_080;

    private final TraceStore traces;
    private final MemoryLearning learning;
    private final ScheduledExecutorService executor;
    private final Upkeep upkeep;
    private final Future<?> rounds;
    private final Future<?> upkeeps;
    private volatile boolean stopping;

    /** When it learns. */
    @ObjectClassDefinition(name = "Tacit memory learning loop")
    public @interface Config {

        @AttributeDefinition(name = "Hot path", description = "Whether each run is learnt from as soon as it is there")
        boolean hot_path() default true;

        @AttributeDefinition(
                name = "Delay between rounds",
                description = "Minutes between looks at the last runs together, in [0, 10080]; 0 for none",
                min = "0",
                max = "10080")
        int round_minutes() default 60;

        @AttributeDefinition(
                name = "Delay between upkeeps",
                description =
                        "Minutes between passes over the archives (tiers, retention, digests), the histories of finished"
                                + " tasks and new folders, the first one a minute after the start, in [0, 10080]; 0 for none",
                min = "0",
                max = "10080")
        int upkeep_minutes() default 60;
    }

    private final boolean hotPath;

    @Activate
    public LearningLoop(
            @Reference TraceStore traces, @Reference MemoryLearning learning, @Reference Upkeep upkeep, Config config) {
        int roundDelay = within("round.minutes", config.round_minutes());
        int upkeepDelay = within("upkeep.minutes", config.upkeep_minutes());
        this.traces = traces;
        this.learning = learning;
        this.upkeep = upkeep;
        this.hotPath = config.hot_path();
        this.executor =
                Executors.newSingleThreadScheduledExecutor(work -> QuietThread.of(work, "tacit-memory-learning"));
        this.rounds = every(roundDelay, roundDelay, this::round);
        this.upkeeps = every(1, upkeepDelay, this::upkeep);
    }

    private static int within(String name, int minutes) {
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException(name + " must be in [0, 10080], got " + minutes);
        }
        return minutes;
    }

    private Future<?> every(int first, int minutes, Runnable work) {
        return minutes == 0
                ? executor.submit(() -> {})
                : executor.scheduleWithFixedDelay(work, first, minutes, TimeUnit.MINUTES);
    }

    /** Keeps the archives in order; what cannot be done now is done the next time. */
    void upkeep() {
        try {
            if (!stopping) {
                upkeep.pass();
            }
        } catch (RuntimeException e) {
            log.warn("Cannot look for archives to keep in order; the next pass is to come", e);
        }
    }

    @Override
    public void learn(Scope scope, List<String> traceIds) {
        for (String trace : traceIds) {
            if (hotPath && !stopping) {
                learn(scope, trace);
            }
        }
    }

    private void learn(Scope scope, String trace) {
        try {
            LearningReceipt receipt = learning.learn(scope, trace);
            log.debug("Learnt {} from trace '{}'", receipt.done(), trace);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("Cannot learn memories from trace '{}': it is passed over until it changes", trace, e);
        }
    }

    /** Looks at the last runs of every workspace; one that fails is named and the others are still served. */
    void round() {
        try {
            traces.workspaces().forEach(this::round);
        } catch (RuntimeException e) {
            log.warn("Cannot look for workspaces to learn memories in; the next round is to come", e);
        }
    }

    private void round(String workspace) {
        try {
            if (!stopping) {
                learning.learnOffline(Scope.ofWorkspace(workspace));
            }
        } catch (RuntimeException e) {
            log.warn("Cannot learn memories in workspace '{}'; the next round tries again", workspace, e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        rounds.cancel(false);
        upkeeps.cancel(false);
        executor.shutdown();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("The learning of memories did not stop within 10 seconds");
        }
    }
}
