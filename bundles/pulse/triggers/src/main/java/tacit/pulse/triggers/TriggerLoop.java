package tacit.pulse.triggers;

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
    private static final int STOP_SECONDS = 10;

    private final Round round;
    private final Forwarding forwarding;
    private final ScheduledExecutorService executor;
    private final Future<?> looks;

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
        int millis = config.look_millis();
        if (millis < 100 || millis > 60_000) {
            throw new IllegalArgumentException("look.millis must be in [100, 60000], got " + millis);
        }
        this.round = round;
        this.forwarding = forwarding;
        this.executor = Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "tacit-triggers"));
        this.looks = executor.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** One look; what fails is named and done again in the next one. */
    void look() {
        try {
            forwarding.tellLeft();
            round.go();
        } catch (RuntimeException e) {
            log.warn("Cannot look at the triggers; the next look is to come", e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        looks.cancel(false);
        executor.shutdown();
        if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("The triggers did not stop within {} seconds", STOP_SECONDS);
        }
    }
}
