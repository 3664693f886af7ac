package tacit.memory.external;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.ExternalMemory;

/**
 * Keeps memories outside like the archive, and has notes forgotten there, on a thread of its own.
 *
 * <p>Only a host that is up is configured with it; a command that runs alone sends nothing by itself.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE, service = MirrorLoop.class, immediate = true)
@Designate(ocd = MirrorLoop.Config.class)
public final class MirrorLoop {

    private static final Logger log = LoggerFactory.getLogger(MirrorLoop.class);
    private static final int MOST_SECONDS = 3600;

    private final ArchiveMirror mirror;
    private final OutsideTexts texts;
    private final int delay;
    private final Object lock = new Object();
    private @Nullable ScheduledExecutorService executor;
    private @Nullable Future<?> passes;
    private volatile boolean stopping;

    /** How often it looks. */
    @ObjectClassDefinition(name = "Tacit mirror of the archive")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description = "Seconds between looks at the archive, in [1, 3600]",
                min = "1",
                max = "3600")
        int delay_seconds() default 10;
    }

    @Activate
    public MirrorLoop(@Reference ArchiveMirror mirror, @Reference OutsideTexts texts, Config config) {
        delay = config.delay_seconds();
        if (delay < 1 || delay > MOST_SECONDS) {
            throw new IllegalArgumentException("delay.seconds must be in [1, 3600], got " + delay);
        }
        this.mirror = mirror;
        this.texts = texts;
    }

    /** There is something to do from the first one on. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addMemory(ExternalMemory memory) {
        synchronized (lock) {
            if (executor == null) {
                executor = Executors.newSingleThreadScheduledExecutor(work -> {
                    Thread thread = new Thread(work, "tacit-external-mirror");
                    thread.setDaemon(true);
                    return thread;
                });
                passes = executor.scheduleWithFixedDelay(this::pass, 0, delay, TimeUnit.SECONDS);
            }
        }
    }

    /** The others go on; without any there is nothing to do. */
    public void removeMemory(ExternalMemory memory) {}

    /** Does what is due; a look that fails is repeated. */
    void pass() {
        try {
            if (!stopping) {
                mirror.pass();
                texts.pass();
            }
        } catch (RuntimeException e) {
            log.warn("Cannot keep memories outside like the archive; the next look is to come", e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        ScheduledExecutorService running;
        synchronized (lock) {
            running = executor;
            if (passes != null) {
                passes.cancel(false);
            }
        }
        if (running != null) {
            running.shutdown();
            if (!running.awaitTermination(12, TimeUnit.SECONDS)) {
                log.warn("The mirror of the archive did not stop within 12 seconds");
            }
        }
    }
}
