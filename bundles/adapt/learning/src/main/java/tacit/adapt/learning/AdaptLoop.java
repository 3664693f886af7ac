package tacit.adapt.learning;

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
import tacit.api.trace.TraceStore;

/**
 * Leads on what feedback could not be led to yet, and tells of reviews in the reports of their runs, on a thread of its own. Only
 * a host that is up is configured with it.
 */
@Component(service = AdaptLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = AdaptLoop.Config.class)
public final class AdaptLoop {

    private static final Logger log = LoggerFactory.getLogger(AdaptLoop.class);
    private static final int MOST_SECONDS = 86_400;

    private final TraceStore traces;
    private final DurableDesk desk;
    private final ProgressRound progress;
    private final ScheduledExecutorService executor;
    private final Future<?> looks;
    private volatile boolean stopping;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit adaptation loop")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description =
                        "Seconds between looks for feedback that is still to be led on, and for reviews, in [1, 86400]",
                min = "1",
                max = "86400")
        int period_seconds() default 30;
    }

    @Activate
    public AdaptLoop(
            @Reference TraceStore traces,
            @Reference DurableDesk desk,
            @Reference ProgressRound progress,
            Config config) {
        int period = config.period_seconds();
        if (period < 1 || period > MOST_SECONDS) {
            throw new IllegalArgumentException("period.seconds must be in [1, 86400], got " + period);
        }
        this.traces = traces;
        this.desk = desk;
        this.progress = progress;
        this.executor = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "tacit-adapt"));
        this.looks = executor.scheduleWithFixedDelay(this::look, period, period, TimeUnit.SECONDS);
    }

    /** One look at all workspaces; one that fails is named and the others are still served. */
    void look() {
        try {
            traces.workspaces().forEach(this::look);
        } catch (RuntimeException e) {
            log.warn("Cannot look for feedback to lead on; the next look is to come", e);
        }
    }

    private void look(String workspace) {
        if (stopping) {
            return;
        }
        try {
            desk.leadOpen(workspace);
            progress.reviews(workspace);
        } catch (RuntimeException e) {
            log.warn("Cannot lead feedback on in workspace '{}'; the next look tries again", workspace, e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        looks.cancel(false);
        executor.shutdown();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("The leading on of feedback did not stop within 10 seconds");
        }
    }
}
