package tacit.surface.channels.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.surface.channels.Intake;
import tacit.surface.channels.Troubles;

/** Looks into each mailbox again and again, on a thread of its own that is there from the first mailbox on. */
@Component(service = MailLoop.class, immediate = true)
public final class MailLoop {

    private static final Logger log = LoggerFactory.getLogger(MailLoop.class);

    private final Intake intake;
    private final Troubles troubles;
    private final Clock clock;
    private final Map<MailAccount, Future<?>> looks = new ConcurrentHashMap<>();
    private final Object lock = new Object();
    private @Nullable ScheduledExecutorService executor;

    @Activate
    public MailLoop(@Reference Intake intake, @Reference Troubles troubles, @Reference Clock clock) {
        this.intake = intake;
        this.troubles = troubles;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addMailbox(MailAccount account) {
        synchronized (lock) {
            if (executor == null) {
                executor = Executors.newSingleThreadScheduledExecutor(work -> {
                    Thread thread = new Thread(work, "tacit-channel-mail");
                    thread.setDaemon(true);
                    return thread;
                });
            }
            Mailbox mailbox = new Mailbox(account, intake, troubles, clock);
            looks.put(
                    account,
                    executor.scheduleWithFixedDelay(
                            () -> look(account, mailbox), 0, account.delay().toSeconds(), TimeUnit.SECONDS));
        }
    }

    public void removeMailbox(MailAccount account) {
        Future<?> look = looks.remove(account);
        if (look != null) {
            look.cancel(false);
        }
    }

    // An edge: whatever goes wrong, the next look is to come
    private void look(MailAccount account, Mailbox mailbox) {
        try {
            mailbox.read();
        } catch (MessagingException e) {
            troubles.note(
                    account.channel(),
                    "Cannot read the mailbox: " + e.getClass().getSimpleName());
            log.debug("Cannot read the mailbox of channel '{}'", account.channel(), e);
        } catch (RuntimeException e) {
            troubles.note(
                    account.channel(), "Cannot take a mail: " + e.getClass().getSimpleName());
            log.warn("Cannot take a mail of channel '{}'; it is read again", account.channel(), e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        ScheduledExecutorService running;
        synchronized (lock) {
            running = executor;
        }
        if (running != null) {
            running.shutdownNow();
            if (!running.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("Reading mails did not stop within 10 seconds");
            }
        }
    }
}
