package tacit.learn.pipeline;

import java.util.concurrent.CancellationException;
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
import tacit.api.learn.LearningPipeline;
import tacit.api.store.Scope;
import tacit.api.thread.QuietThread;
import tacit.api.trace.TraceStore;

/**
 * Learns in a running host: looks for changed traces at a fixed delay, on a thread of its own.
 *
 * <p>Only a host that is up is configured with it; a command that runs alone learns when it says so.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE, service = PipelineLoop.class, immediate = true)
@Designate(ocd = PipelineLoop.Config.class)
public final class PipelineLoop {

    private static final Logger log = LoggerFactory.getLogger(PipelineLoop.class);
    private static final int MAX_DELAY_SECONDS = 3600;

    private final TraceStore traces;
    private final LearningPipeline pipeline;
    private final ScheduledExecutorService executor;
    private final Future<?> looks;
    private volatile boolean stopping;

    @ObjectClassDefinition(name = "Learning loop")
    @interface Config {

        @AttributeDefinition(
                name = "Delay",
                description = "Seconds between the end of one look for changed traces and the next, in [1, 3600]")
        int delay_seconds() default 3;
    }

    @Activate
    public PipelineLoop(@Reference TraceStore traces, @Reference LearningPipeline pipeline, Config config) {
        int delay = config.delay_seconds();
        if (delay < 1 || delay > MAX_DELAY_SECONDS) {
            throw new IllegalArgumentException("delay.seconds must be in [1, 3600], got " + delay);
        }
        this.traces = traces;
        this.pipeline = pipeline;
        this.executor = Executors.newSingleThreadScheduledExecutor(work -> QuietThread.of(work, "tacit-learn"));
        this.looks = executor.scheduleWithFixedDelay(this::learn, delay, delay, TimeUnit.SECONDS);
    }

    /** Learns in every workspace; one that fails is named and the others are still served. */
    void learn() {
        try {
            for (String workspace : traces.workspaces()) {
                learn(workspace);
            }
        } catch (RuntimeException e) {
            log.warn("Cannot look for changed traces; the next look is in a moment", e);
        }
    }

    private void learn(String workspace) {
        try {
            pipeline.run(Scope.ofWorkspace(workspace), this::stopBetweenChunks);
        } catch (CancellationException e) {
            log.debug("Stopped while learning in workspace '{}'", workspace, e);
        } catch (RuntimeException e) {
            log.warn("Cannot learn in workspace '{}'; it is taken up again in a moment", workspace, e);
        }
    }

    private void stopBetweenChunks(long done, long total) {
        if (stopping) {
            throw new CancellationException("Stopped after " + done + " of " + total + " traces");
        }
    }

    /** Lets a run that is under way finish its chunk; what it had not marked is taken up at the next start. */
    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        looks.cancel(false);
        executor.shutdown();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("The learning loop did not stop within 10 seconds");
        }
    }
}
