package tacit.surface.channels;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.surface.channels.Inbox.Open;

/** Advances messages as long as there are any, several at a time and each conversation in its order, on threads of its own. */
@Component(service = TurnLoop.class, immediate = true)
@Designate(ocd = TurnLoop.Config.class)
public final class TurnLoop {

    private static final Logger log = LoggerFactory.getLogger(TurnLoop.class);
    private static final Duration RENEWAL = Lease.TERM.dividedBy(4);
    private static final Duration UPKEEP = Duration.ofHours(1);

    /** How many messages are answered at a time. */
    @ObjectClassDefinition(name = "Tacit turns of channels")
    public @interface Config {

        @AttributeDefinition(name = "Threads", description = "How many messages are answered at a time, in [1, 64]")
        int threads() default 4;

        @AttributeDefinition(
                name = "Delay between looks",
                description = "Seconds between looks for messages whose time has come, in [1, 3600]")
        int delay_seconds() default 2;
    }

    private final Known known;
    private final Inbox inbox;
    private final Turns turns;
    private final Lease lease;
    private final Departures departures;
    private final Bell bell;
    private final Clock clock;
    private final Duration look;
    private final int threads;
    private final ExecutorService workers;
    private final Thread looking;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private long upkeepAt;

    @Activate
    public TurnLoop(
            @Reference Known known,
            @Reference Inbox inbox,
            @Reference Turns turns,
            @Reference Lease lease,
            @Reference Departures departures,
            @Reference Bell bell,
            @Reference Clock clock,
            Config config) {
        this.known = known;
        this.inbox = inbox;
        this.turns = turns;
        this.lease = lease;
        this.departures = departures;
        this.bell = bell;
        this.clock = clock;
        threads = Account.within("threads", config.threads(), 1, 64);
        Duration delay = Duration.ofSeconds(Account.within("delay.seconds", config.delay_seconds(), 1, 3600));
        look = delay.compareTo(RENEWAL) > 0 ? RENEWAL : delay;
        workers = Executors.newFixedThreadPool(threads, work -> daemon(work, "tacit-channel-turn"));
        looking = daemon(this::look, "tacit-channels");
        looking.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void look() {
        while (!stopping) {
            try {
                pass();
                bell.await(look);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("Cannot look for messages of channels; the next look is to come", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            bell.await(look);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once at all there is. */
    void pass() {
        known.workspaces().forEach(this::pass);
        departures.look();
        long now = clock.millis();
        if (now >= upkeepAt) {
            upkeepAt = now + UPKEEP.toMillis();
            known.accounts()
                    .forEach(account -> inbox.forget(
                            account.workspaceId(),
                            account.channel(),
                            clock.instant().minus(account.receipts())));
        }
    }

    private void pass(String workspaceId) {
        Set<String> waiting = new HashSet<>();
        List<Open> all = inbox.open(workspaceId);
        if (all.isEmpty() || !lease.holds(workspaceId)) {
            return;
        }
        for (Open open : all) {
            String conversation = workspaceId + " " + open.ticket().conversation();
            boolean next = open.ticket().waitsForAnOperator() || waiting.add(conversation);
            if (next && turns.isDue(open.ticket()) && busy.size() < threads && busy.add(conversation)) {
                workers.execute(() -> advance(open, conversation));
            }
        }
    }

    private void advance(Open open, String conversation) {
        try {
            if (!stopping && lease.holds(open.workspaceId())) {
                inbox.find(open.workspaceId(), open.ticket().id()).ifPresent(turns::advance);
            }
        } catch (RuntimeException e) {
            log.warn(
                    "Cannot advance message '{}'; it is tried again",
                    open.ticket().id(),
                    e);
            pause();
        } finally {
            busy.remove(conversation);
            bell.ring();
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        looking.interrupt();
        workers.shutdownNow();
        looking.join(TimeUnit.SECONDS.toMillis(5));
        if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("Turns of channels did not stop within 10 seconds; they go on from their last step");
            return;
        }
        known.workspaces().forEach(lease::release);
    }
}
