package tacit.pulse.triggers;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerReading;

/**
 * Asks triggers, and waits for none longer than it may take, so that one that hangs stops no other. Its thread is interrupted; when
 * three have not come back, it is not asked again before one did. Thread-safe.
 */
@Component(service = Calls.class)
@Designate(ocd = Calls.Config.class)
public final class Calls {

    static final int MOST_HANGING = 3;

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final ConcurrentMap<String, AtomicInteger> hanging = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Calls::thread);
    private final Duration patience;

    /** How long is waited. */
    @ObjectClassDefinition(name = "Tacit calls of triggers")
    public @interface Config {

        @AttributeDefinition(
                name = "Time of a call",
                description = "Seconds after which a trigger that was asked counts as hanging, in [1, 300]",
                min = "1",
                max = "300")
        int call_seconds() default 10;
    }

    @Activate
    public Calls(Config config) {
        this(Duration.ofSeconds(config.call_seconds()));
        if (config.call_seconds() < 1 || config.call_seconds() > 300) {
            throw new IllegalArgumentException("call.seconds must be in [1, 300], got " + config.call_seconds());
        }
    }

    Calls(Duration patience) {
        this.patience = patience;
    }

    private static Thread thread(Runnable run) {
        Thread thread = new Thread(run, "tacit-trigger-call");
        thread.setDaemon(true);
        return thread;
    }

    TriggerPlan plan(TriggerSource source, Trigger trigger) {
        return call(source.id(), () -> trigger.plan(source.configuration()));
    }

    TriggerReading read(TriggerSource source, Trigger trigger, TriggerIngress ingress) {
        return call(source.id(), () -> trigger.read(source.configuration(), ingress));
    }

    /** Whether so many calls have not come back that it is not asked. */
    boolean isGivenUp(String id) {
        return hanging(id).get() >= MOST_HANGING;
    }

    boolean isHanging(String id) {
        return hanging(id).get() > 0;
    }

    private AtomicInteger hanging(String id) {
        return hanging.computeIfAbsent(id, key -> new AtomicInteger());
    }

    private <T> T call(String id, Supplier<T> question) {
        if (isGivenUp(id)) {
            throw new Hanging(
                    MOST_HANGING + " calls have not come back; it is asked again when one did, or after a restart");
        }
        Asking<T> asking = new Asking<>(question);
        try {
            threads.execute(asking);
            if (!asking.comesWithin(patience.toMillis())) {
                giveUp(id, asking);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(id, asking);
        }
        return asking.answer();
    }

    private void giveUp(String id, Asking<?> asking) {
        AtomicInteger away = hanging(id);
        away.incrementAndGet();
        StackTraceElement[] where = asking.giveUp(away::decrementAndGet);
        if (where == null) {
            away.decrementAndGet();
            return;
        }
        Hanging hanging = new Hanging("It takes longer than " + patience.toMillis() / 1000.0 + " seconds");
        hanging.setStackTrace(where);
        log.warn("Trigger '{}' hangs where the stack says; it is interrupted", id, hanging);
        throw hanging;
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }
}
