package tacit.pulse.offers;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
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
import tacit.api.reflect.SuggestionDesk;

/** Lets suggestions age, and tells what is still untold, on a thread of its own. Only a host that is up is configured with it. */
@Component(service = AgeLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = AgeLoop.Config.class)
public final class AgeLoop {

    private static final Logger log = LoggerFactory.getLogger(AgeLoop.class);
    private static final int MOST_SECONDS = 86_400;

    private final SuggestionDesk desk;
    private final ScheduledFuture<?> looks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread one = new Thread(work, "tacit-suggestions");
        one.setDaemon(true);
        return one;
    });

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit suggestion loop")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description = "Seconds between looks for suggestions that are too old, in [1, 86400]",
                min = "1",
                max = "86400")
        int period_seconds() default 60;
    }

    @Activate
    public AgeLoop(@Reference SuggestionDesk desk, Config config) {
        int period = config.period_seconds();
        if (period < 1 || period > MOST_SECONDS) {
            throw new IllegalArgumentException("period.seconds must be in [1, 86400], got " + period);
        }
        this.desk = desk;
        looks = thread.scheduleWithFixedDelay(this::look, period, period, TimeUnit.SECONDS);
    }

    /** One look; what is wrong is told and tried again. */
    void look() {
        try {
            desk.age();
        } catch (RuntimeException e) {
            log.warn("Cannot let suggestions age, they wait for the next look", e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        looks.cancel(false);
        thread.shutdownNow();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("The look at suggestions did not end within 10 s");
        }
    }
}
