package tacit.memory.recall.feed;

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
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/**
 * Feeds the index in a running host: looks for changed traces at a fixed delay, on a thread of its own.
 *
 * <p>Only a host that is up is configured with it.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE, service = FeedLoop.class, immediate = true)
@Designate(ocd = FeedLoop.Config.class)
public final class FeedLoop {

    private static final Logger log = LoggerFactory.getLogger(FeedLoop.class);
    private static final int MAX_DELAY_SECONDS = 3600;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit trace feed")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay",
                description = "Seconds between the end of one look for changed traces and the next, in [1, 3600]",
                min = "1",
                max = "3600")
        int delay_seconds() default 2;
    }

    private final TraceStore traces;
    private final TraceFeed feed;
    private final ScheduledExecutorService executor;
    private final Future<?> looks;

    @Activate
    public FeedLoop(@Reference TraceStore traces, @Reference TraceFeed feed, Config config) {
        int delay = config.delay_seconds();
        if (delay < 1 || delay > MAX_DELAY_SECONDS) {
            throw new IllegalArgumentException("delay.seconds must be in [1, 3600], got " + delay);
        }
        this.traces = traces;
        this.feed = feed;
        this.executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "tacit-trace-feed");
            thread.setDaemon(true);
            return thread;
        });
        this.looks = executor.scheduleWithFixedDelay(this::look, delay, delay, TimeUnit.SECONDS);
    }

    /** Feeds every workspace; one that fails is named and the others are still served. */
    void look() {
        try {
            traces.workspaces().forEach(this::look);
        } catch (RuntimeException e) {
            log.warn("Cannot look for changed traces; the next look is in a moment", e);
        }
    }

    private void look(String workspace) {
        try {
            feed.feed(Scope.ofWorkspace(workspace));
        } catch (RuntimeException e) {
            log.warn("Cannot feed the traces of workspace '{}'; it is tried again in a moment", workspace, e);
        }
    }

    /** Lets a look that is under way finish; what it had not marked is taken up at the next start. */
    @Deactivate
    void stop() throws InterruptedException {
        looks.cancel(false);
        executor.shutdown();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("The trace feed did not stop within 10 seconds");
        }
    }
}
