package tacit.surface.agents.hooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
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
import tacit.api.memory.AssembledContext;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.MemoryOutcomes;
import tacit.api.store.Scope;

/** Asks for what a prompt should know, and goes on without it when that takes too long. Thread-safe. */
@Component(service = PromptContexts.class)
@Designate(ocd = PromptContexts.Config.class)
public final class PromptContexts implements AutoCloseable {

    /** How much, and how long it may take. */
    @ObjectClassDefinition(name = "Tacit context of agents' hooks")
    public @interface Config {

        @AttributeDefinition(
                description = "Tokens of the context of one prompt, in [100, 2400]: agents cut what is longer")
        int budget_tokens() default 1500;

        @AttributeDefinition(description = "Milliseconds after which a prompt goes on without context, in [1, 400]")
        int prompt_millis() default 35;

        @AttributeDefinition(description = "Milliseconds after which a session begins without context, in [1, 400]")
        int session_millis() default 350;
    }

    /**
     * A context that was assembled. Immutable.
     *
     * @param id names it
     * @param blocks what to show, in order
     */
    record Given(String id, List<String> blocks) {}

    private static final Logger log = LoggerFactory.getLogger(PromptContexts.class);
    private static final int FRAGMENTS_OF_A_SOURCE = 50;
    private static final int MOST_AT_ONCE = 8;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable MemoryOutcomes outcomes;

    private final AtomicLong count = new AtomicLong();
    private final Contexts contexts;
    private final Clock clock;
    private final int budget;
    private final Duration promptTime;
    private final Duration sessionTime;
    private final ThreadPoolExecutor threads;

    @Activate
    public PromptContexts(@Reference Contexts contexts, @Reference Clock clock, Config config) {
        this(contexts, clock, config.budget_tokens(), config.prompt_millis(), config.session_millis());
    }

    PromptContexts(Contexts contexts, Clock clock, int budget, int promptMillis, int sessionMillis) {
        this.contexts = contexts;
        this.clock = clock;
        this.budget = within("budget.tokens", budget, 100, 2_400);
        this.promptTime = Duration.ofMillis(within("prompt.millis", promptMillis, 1, 400));
        this.sessionTime = Duration.ofMillis(within("session.millis", sessionMillis, 1, 400));
        this.threads = new ThreadPoolExecutor(
                0, MOST_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), PromptContexts::thread);
    }

    /** A question that is being answered. */
    static final class Asked {

        private final @Nullable Future<Given> answer;
        private final long deadline;

        private Asked(@Nullable Future<Given> answer, Duration time) {
            this.answer = answer;
            this.deadline = System.nanoTime() + time.toNanos();
        }

        boolean isThere() {
            return answer != null && answer.isDone();
        }

        /** What to show; null where it came too late or not at all. */
        @Nullable
        Given await() {
            Future<Given> open = answer;
            try {
                return open == null ? null : open.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                log.debug("A context came too late for its prompt");
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } catch (ExecutionException e) {
                log.warn("No context for a prompt: {}", String.valueOf(e.getCause()));
                return null;
            }
        }
    }

    /** Begins to ask; the caller may do something else meanwhile. */
    Asked ask(Scope scope, HookEvent event) {
        boolean begins = event.name().equals("SessionStart");
        Duration time = begins ? sessionTime : promptTime;
        String prompt = event.text("prompt");
        try {
            return new Asked(threads.submit(() -> given(scope, event.sessionId(), prompt == null ? "" : prompt)), time);
        } catch (RejectedExecutionException busy) {
            log.debug("No context for a prompt: {} others are asked for", MOST_AT_ONCE);
            return new Asked(null, time);
        }
    }

    private Given given(Scope scope, String sessionId, String task) {
        Instant now = clock.instant();
        Audience audience = Audience.ofUser(scope.userId());
        ContextRequest request = new ContextRequest(scope.workspaceId(), task, audience, now, FRAGMENTS_OF_A_SOURCE);
        AssembledContext context = Arms.serve(
                arms,
                scope.workspaceId(),
                Arms.unit(null, scope.userId(), sessionId),
                () -> contexts.context(request, budget));
        String id = SessionTraces.hash(sessionId, now.toString(), String.valueOf(count.incrementAndGet()));
        List<String> blocks = new ArrayList<>();
        Set<String> memories = new TreeSet<>();
        for (AssembledContext.Block block : context.blocks()) {
            blocks.add(block.text());
            memories.addAll(block.memoryIds());
        }
        MemoryOutcomes known = outcomes;
        if (known != null && !memories.isEmpty()) {
            known.shown(scope, id, memories);
        }
        return new Given(id, List.copyOf(blocks));
    }

    private static int within(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "], got " + value);
        }
        return value;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tacit-hook-context");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
