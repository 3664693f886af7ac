package tacit.pulse.loop;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
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

/** Drives the heart on a thread of its own. Only a host that is up is configured with it. */
@Component(service = HeartLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = HeartLoop.Config.class)
public final class HeartLoop {

    private static final Logger log = LoggerFactory.getLogger(HeartLoop.class);
    private static final int MOST_SECONDS = 3600;

    private final HeartBeat heart;
    private final Clock clock;
    private final long period;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit heart")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description = "Seconds between looks for pulses, schedules and dispatches that are due, in [1, 3600]",
                min = "1",
                max = "3600")
        int period_seconds() default 1;
    }

    @Activate
    public HeartLoop(@Reference HeartBeat heart, @Reference Clock clock, Config config) {
        this(heart, clock, config.period_seconds());
    }

    HeartLoop(HeartBeat heart, Clock clock, int seconds) {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("period.seconds must be in [1, 3600], got " + seconds);
        }
        this.heart = heart;
        this.clock = clock;
        this.period = seconds;
        thread = new Thread(this::beat, "tacit-heart");
        thread.setDaemon(true);
        thread.start();
    }

    private void beat() {
        try {
            do {
                tick();
            } while (!stopping.await(period, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        try {
            heart.tick(clock.instant());
        } catch (RuntimeException e) {
            log.warn("Cannot look for what is due; the next look is to come", e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }
}
