package tacit.surface.proxy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.experiment.Arms;
import tacit.api.generation.Trials;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.MemoryOutcomes;
import tacit.surface.proxy.trace.Caller;
import tacit.surface.proxy.trace.Given;
import tacit.surface.proxy.wire.RequestScan;

/** Asks what a prompt should hold, and waits no longer than a prompt may be held up. Thread-safe. */
@Component(service = GivenContexts.class)
@Designate(ocd = GivenContexts.Config.class)
public final class GivenContexts {

    private static final Logger log = LoggerFactory.getLogger(GivenContexts.class);

    private static final int FRAGMENTS_OF_A_SOURCE = 50;
    private static final int THREADS = 16;

    /** What prompts get. */
    @ObjectClassDefinition(name = "Tacit proxy: contexts")
    public @interface Config {

        @AttributeDefinition(name = "Enabled", description = "Whether prompts get a context at all")
        boolean enabled() default true;

        @AttributeDefinition(name = "Tokens", description = "Of a context at most, in [1, 1000000]")
        int tokens() default 2000;

        @AttributeDefinition(
                name = "Patience",
                description =
                        "Milliseconds that a prompt may be held up, in [1, 60000]; then it goes without a context")
        int patience_millis() default 500;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Contexts contexts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Trials trials;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable MemoryOutcomes outcomes;

    private final Clock clock;
    private final boolean enabled;
    private final int tokens;
    private final Duration patience;
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "tacit-proxy-context");
                thread.setDaemon(true);
                return thread;
            });

    @Activate
    public GivenContexts(@Reference Clock clock, Config config) {
        this.clock = clock;
        enabled = config.enabled();
        tokens = within("tokens", config.tokens(), 1_000_000);
        patience = Duration.ofMillis(within("patience.millis", config.patience_millis(), 60_000));
    }

    private static int within(String setting, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(setting + " must be in [1, " + most + "], got " + value);
        }
        return value;
    }

    @Deactivate
    public void close() {
        threads.shutdown();
    }

    /**
     * What a prompt should hold.
     *
     * @param led whether the request is led to a trial already
     */
    Given give(Caller caller, RequestScan scan, boolean led) {
        Contexts known = contexts;
        if (!enabled || known == null) {
            return Given.nothing(enabled ? "absent" : "off", 0);
        }
        long begin = System.nanoTime();
        try {
            Future<AssembledContext> asked = threads.submit(carried(() -> ask(known, caller, scan.task(), led)));
            AssembledContext context = asked.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            failing.set(false);
            return given(context, caller, Turn.of(caller, scan), millis(begin));
        } catch (TimeoutException e) {
            // It is not interrupted, which would close files of the index; it holds one of few threads until it ends
            return Given.nothing("late", millis(begin));
        } catch (RejectedExecutionException e) {
            return Given.nothing("busy", millis(begin));
        } catch (ExecutionException e) {
            return failed(e.getCause(), millis(begin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Given.nothing("failed", millis(begin));
        }
    }

    private Given failed(@Nullable Throwable cause, long millis) {
        if (!failing.getAndSet(true)) {
            log.warn(
                    "Prompts go without context until it can be assembled again: {}",
                    cause == null ? "unknown" : cause.getClass().getName());
        }
        return Given.nothing("failed", millis);
    }

    private <T> Callable<T> carried(Callable<T> work) {
        Trials open = trials;
        return open == null ? work : open.carried(work);
    }

    private AssembledContext ask(Contexts known, Caller caller, String task, boolean led) {
        Audience audience = new Audience(caller.audience(), caller.scope().userId(), caller.channel(), null, false);
        ContextRequest request = new ContextRequest(
                caller.scope().workspaceId(), task, audience, clock.instant(), FRAGMENTS_OF_A_SOURCE);
        String unit = led ? null : Arms.unit(caller.profile(), caller.scope().userId(), caller.session());
        return Arms.serve(arms, caller.scope().workspaceId(), unit, () -> known.context(request, tokens));
    }

    private Given given(AssembledContext context, Caller caller, @Nullable String turn, long millis) {
        if (context.text().isBlank()) {
            return Given.nothing("none", millis);
        }
        String id = id(turn, context.text());
        Set<String> shown = new TreeSet<>();
        context.blocks().forEach(block -> shown.addAll(block.memoryIds()));
        MemoryOutcomes known = outcomes;
        if (known != null) {
            known.shown(caller.scope(), id, shown);
        }
        String text = "<tacit_context id=\"" + id + "\">\n" + context.text().strip() + "\n</tacit_context>";
        return new Given("injected", id, text, shown, context.tokens(), millis);
    }

    /** The same for the same text in a turn: one more letter, and a model's server reads the whole conversation anew. */
    private static String id(@Nullable String turn, String text) {
        return turn == null
                ? UUID.randomUUID().toString()
                : UUID.nameUUIDFromBytes((turn + '\0' + text).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    private static long millis(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
