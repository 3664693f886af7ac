package tacit.learn.experiments;

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

/** Follows live runs again and again, on a thread of its own. Only a host that is up is configured with it. */
@Component(service = WatchLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = WatchLoop.Config.class)
public final class WatchLoop {

    private static final Logger log = LoggerFactory.getLogger(WatchLoop.class);
    private static final int MOST_SECONDS = 86_400;

    private final StoredExperiments experiments;
    private final ScheduledExecutorService executor;
    private final Future<?> looks;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit loop of experiments")
    public @interface Config {

        @AttributeDefinition(
                description = "Seconds between looks at the live runs of canaries and promoted changes, in [1, 86400]")
        int period_seconds() default 30;
    }

    @Activate
    public WatchLoop(@Reference StoredExperiments experiments, Config config) {
        int period = Checked.within("period.seconds", config.period_seconds(), 1, MOST_SECONDS);
        this.experiments = experiments;
        executor = Executors.newSingleThreadScheduledExecutor(WatchLoop::daemon);
        looks = executor.scheduleWithFixedDelay(this::look, period, period, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tacit-experiments");
        thread.setDaemon(true);
        return thread;
    }

    void look() {
        try {
            experiments.follow();
        } catch (RuntimeException e) {
            log.warn("Cannot look at live runs of experiments; the next look is to come", e);
        }
    }

    /** Lets a look that is under way end. */
    @Deactivate
    void stop() throws InterruptedException {
        looks.cancel(false);
        executor.shutdown();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn(
                    "A look at live runs of experiments did not end within 10 seconds; the next one goes on from there");
        }
    }
}
