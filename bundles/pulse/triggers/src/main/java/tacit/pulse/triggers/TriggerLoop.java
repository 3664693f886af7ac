package tacit.pulse.triggers;

import java.time.Duration;
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

/** Looks at all triggers again and again, on a thread of its own. Only a host that is up is configured with it. */
@Component(service = TriggerLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = TriggerLoop.Config.class)
public final class TriggerLoop {

    private static final Logger log = LoggerFactory.getLogger(TriggerLoop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Round round;
    private final Forwarding forwarding;
    private final ScheduledExecutorService executor;
    private final Future<?> looks;
    private final Duration patience;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit trigger loop")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description = "Milliseconds between looks for triggers whose time has come, in [100, 60000]")
        int look_millis() default 1000;
    }

    @Activate
    public TriggerLoop(@Reference Round round, @Reference Forwarding forwarding, Config config) {
        this(round, forwarding, config.look_millis(), PATIENCE);
    }

    TriggerLoop(Round round, Forwarding forwarding, int millis, Duration patience) {
        if (millis < 100 || millis > 60_000) {
            throw new IllegalArgumentException("look.millis must be in [100, 60000], got " + millis);
        }
        this.round = round;
        this.forwarding = forwarding;
        this.patience = patience;
        this.executor = Executors.newSingleThreadScheduledExecutor(TriggerLoop::thread);
        this.looks = executor.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable run) {
        Thread thread = new Thread(run, "tacit-triggers");
        thread.setDaemon(true);
        return thread;
    }

    /** One look; what fails is named and done again in the next one. */
    void look() {
        try {
            forwarding.tellLeft();
            round.go();
        } catch (RuntimeException | Error e) {
            // What an executor hears of it makes it stop for good
            log.warn("Cannot look at the triggers; the next look is to come", e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        looks.cancel(false);
        executor.shutdown();
        if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("The triggers did not stop within {}", patience);
        }
    }
}
