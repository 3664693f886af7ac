package tacit.pulse.approvals;

import java.time.Duration;
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

/** Tells of answers, and ends questions in time, on a thread of its own. Only a host that is up is configured with it. */
@Component(service = ApprovalLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = ApprovalLoop.Config.class)
public final class ApprovalLoop {

    private static final Logger log = LoggerFactory.getLogger(ApprovalLoop.class);
    private static final int MOST_SECONDS = 86_400;

    private final StoredApprovals inbox;
    private final Tellings tellings;
    private final Bell bell;
    private final Duration period;
    private final Thread thread;
    private volatile boolean stopping;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit loop of approvals")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description = "Seconds between looks for questions that expired and for listeners that are to be told"
                        + " again, in [1, 86400]; answers are told at once",
                min = "1",
                max = "86400")
        int period_seconds() default 30;
    }

    @Activate
    public ApprovalLoop(
            @Reference StoredApprovals inbox, @Reference Tellings tellings, @Reference Bell bell, Config config) {
        if (config.period_seconds() < 1 || config.period_seconds() > MOST_SECONDS) {
            throw new IllegalArgumentException("period.seconds must be in [1, 86400], got " + config.period_seconds());
        }
        this.inbox = inbox;
        this.tellings = tellings;
        this.bell = bell;
        period = Duration.ofSeconds(config.period_seconds());
        thread = new Thread(this::run, "tacit-approvals");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!stopping) {
                if (!look()) {
                    bell.await(period);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look at everything; whether there is more to be done at once. */
    boolean look() {
        try {
            inbox.tidy();
            return tellings.tell();
        } catch (RuntimeException e) {
            log.warn("Cannot look after the inbox of approvals; the next look is to come", e);
            return false;
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }
}
