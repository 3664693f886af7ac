package tacit.pulse.loop;

import java.time.Clock;
import java.time.Duration;
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

/**
 * Drives the heart on a thread of its own, while no other host of the database does. Only a host that is up is configured with it.
 */
@Component(service = HeartLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = HeartLoop.Config.class)
public final class HeartLoop {

    private static final Logger log = LoggerFactory.getLogger(HeartLoop.class);
    private static final int MOST_SECONDS = 3600;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HeartBeat heart;
    private final Lease lease;
    private final Clock clock;
    private final Duration patience;
    private final Duration period;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private final Thread keeper;
    private volatile boolean holding;

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
    public HeartLoop(@Reference HeartBeat heart, @Reference Lease lease, @Reference Clock clock, Config config) {
        this(heart, lease, clock, config.period_seconds(), PATIENCE);
    }

    HeartLoop(HeartBeat heart, Lease lease, Clock clock, int seconds, Duration patience) {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("period.seconds must be in [1, 3600], got " + seconds);
        }
        this.heart = heart;
        this.lease = lease;
        this.clock = clock;
        this.period = Duration.ofSeconds(seconds);
        this.patience = patience;
        thread = started("tacit-heart", this::tick, period);
        keeper = started("tacit-heart-lease", this::keep, Lease.TERM.dividedBy(3));
    }

    private Thread started(String name, Runnable work, Duration pause) {
        Thread started = new Thread(() -> again(work, pause), name);
        started.setDaemon(true);
        started.start();
        return started;
    }

    private void again(Runnable work, Duration pause) {
        try {
            do {
                work.run();
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, the next look is to come: a heart that stops by itself would be missed by nobody. */
    private void tick() {
        try {
            Lease.Hold hold = lease.hold();
            holding = hold != Lease.Hold.ELSEWHERE;
            if (hold == Lease.Hold.TAKEN) {
                heart.takeOver();
            }
            if (holding) {
                heart.tick(clock.instant());
            }
        } catch (RuntimeException | Error e) {
            log.warn("Cannot look for what is due; the next look is to come", e);
        }
    }

    /** A look may take longer than the lease lasts. */
    private void keep() {
        try {
            if (holding) {
                lease.hold();
            }
        } catch (RuntimeException | Error e) {
            log.warn("Cannot say that this host beats; it is said again", e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping.countDown();
        thread.join(patience.toMillis());
        keeper.join(patience.toMillis());
        if (thread.isAlive()) {
            log.warn("A look goes on while the heart stops; what it begins is kept");
        } else {
            lease.release();
        }
    }
}
