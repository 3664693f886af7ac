package tacit.pulse.mind;

import java.util.concurrent.Executors;
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

/** Keeps reflection in order on a thread of its own: once at the start, then again and again. Only a host that is up has it. */
@Component(service = ReflectionLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = ReflectionLoop.Config.class)
public final class ReflectionLoop {

    private static final Logger log = LoggerFactory.getLogger(ReflectionLoop.class);
    private static final int MOST_SECONDS = 86_400;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit reflection loop")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description = "Seconds between looks for notices, answers and files that are too old, in [1, 86400]",
                min = "1",
                max = "86400")
        int period_seconds() default 60;
    }

    private final Upkeep upkeep;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tacit-reflection"));

    // What a look throws is logged by itself
    @SuppressWarnings("FutureReturnValueIgnored")
    @Activate
    public ReflectionLoop(@Reference Upkeep upkeep, Config config) {
        int period = config.period_seconds();
        if (period < 1 || period > MOST_SECONDS) {
            thread.shutdownNow();
            throw new IllegalArgumentException("period.seconds must be in [1, 86400], got " + period);
        }
        this.upkeep = upkeep;
        thread.execute(() -> safely(upkeep::start));
        thread.scheduleWithFixedDelay(() -> safely(this::look), period, period, TimeUnit.SECONDS);
    }

    private void look() {
        upkeep.look();
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("A look at reflection failed, the next one tries again", e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("The reflection loop does not end");
        }
    }
}
