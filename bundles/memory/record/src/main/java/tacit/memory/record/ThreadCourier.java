package tacit.memory.record;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
import tacit.api.memory.MemoryCopies;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.thread.QuietThread;

/** Tells listeners on a thread of its own. Its own component, so that a listener may itself need the store. Thread-safe. */
@Component(
        service = {},
        immediate = true)
@Designate(ocd = ThreadCourier.Config.class)
public final class ThreadCourier implements Courier, AutoCloseable {

    /** When who failed is told again. */
    @ObjectClassDefinition(name = "Tacit memory copies", description = "Tells indexes and files of changed memories")
    public @interface Config {

        @AttributeDefinition(description = "After which time a failed delivery is tried again, at least PT0.1S")
        String retry() default "PT10S";
    }

    private static final Logger log = LoggerFactory.getLogger(ThreadCourier.class);

    private static final long TOGETHER_MILLIS = 100;

    /** When quotes of what was forgotten are looked for again: work that held the words in memory has ended by then. */
    private static final List<Duration> AGAIN = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));

    private final Database database;
    private final SqlMemoryStore store;
    private final Quotes quotes = new Quotes();
    private final Delivery delivery;
    private final List<Future<?>> later = new CopyOnWriteArrayList<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final ScheduledExecutorService executor;
    private final Future<?> retries;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Future<?> next;

    @Activate
    public ThreadCourier(@Reference Database database, @Reference SqlMemoryStore store, Config config) {
        this(database, store, retry(config.retry()));
    }

    ThreadCourier(Database database, SqlMemoryStore store, Duration retry) {
        this.database = database;
        this.store = store;
        delivery = new Delivery(database, quotes, store::said);
        executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread fresh = QuietThread.of(work, "tacit-memory-copies");
            fresh.setDaemon(true);
            thread = fresh;
            return fresh;
        });
        retries = executor.scheduleWithFixedDelay(
                this::deliver, retry.toMillis(), retry.toMillis(), TimeUnit.MILLISECONDS);
        store.tellBy(this);
    }

    private static Duration retry(String text) {
        try {
            Duration retry = Duration.parse(text);
            if (retry.toMillis() >= 100) {
                return retry;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("retry must be a duration such as PT10S, got '" + text + "'", e);
        }
        throw new IllegalArgumentException("retry must be at least PT0.1S, got " + text);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCopies(MemoryCopies copies) {
        add(Listener.of(copies));
    }

    void removeCopies(MemoryCopies copies) {
        delivery.remove(Listener.of(copies).name());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTexts(EvidenceTexts texts) {
        add(Listener.of(texts));
    }

    void removeTexts(EvidenceTexts texts) {
        delivery.remove(Listener.of(texts).name());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addIndex(SearchIndex index) {
        add(Listener.of(index));
    }

    public void removeIndex(SearchIndex index) {
        delivery.remove(Listener.of(index).name());
    }

    private void add(Listener listener) {
        delivery.add(listener);
        wake();
    }

    @Override
    public void wake() {
        if (!executor.isShutdown() && awake.compareAndSet(false, true)) {
            // What changes together is told together: each round is a commit, and each commit holds up the readers
            next = executor.schedule(this::deliver, TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void deliver() {
        awake.set(false);
        try {
            lookAgain(delivery.run());
        } catch (RuntimeException e) {
            log.warn("Cannot read which memories changed; it is tried again", e);
        }
    }

    @Override
    public void expect(Scope scope, Collection<String> said) {
        quotes.expect(scope, said);
    }

    private void lookAgain(Delivery.Round round) {
        if (!round.said().isEmpty() && !executor.isShutdown()) {
            later.removeIf(Future::isDone);
            AGAIN.forEach(time ->
                    later.add(executor.schedule(() -> again(round.said()), time.toMillis(), TimeUnit.MILLISECONDS)));
            Duration last = AGAIN.get(AGAIN.size() - 1);
            later.add(executor.schedule(() -> quotes.drop(round.said()), last.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** What is found leaves no byte behind, as when it was forgotten. */
    private void again(Map<String, Set<String>> said) {
        try {
            SortedMap<String, Long> found = delivery.forget(said).changed();
            if (!found.isEmpty()) {
                log.info("Quotes were kept while their texts were forgotten, and are gone now: {}", found);
                database.compact();
            }
        } catch (RuntimeException e) {
            log.warn("Cannot look again for quotes of what was forgotten", e);
        }
    }

    @Override
    public SortedMap<String, Long> deliverAll() {
        if (Thread.currentThread() == thread) {
            wake();
            return Collections.emptySortedMap();
        }
        Delivery.Round round = now();
        if (!round.behind().isEmpty()) {
            throw new IllegalStateException("Cannot remove every copy of what was deleted; it is tried again: "
                    + String.join(", ", round.behind()));
        }
        return round.changed();
    }

    private Delivery.Round now() {
        Future<Delivery.Round> round = executor.submit(() -> {
            Delivery.Round told = delivery.report();
            lookAgain(told);
            return told;
        });
        try {
            return round.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot read which memories were deleted; it is tried again", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before every copy was removed; it is tried again", e);
        }
    }

    @Override
    @Deactivate
    public void close() {
        store.tellBy(null);
        retries.cancel(false);
        Future<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
        later.forEach(look -> look.cancel(false));
        executor.shutdown();
    }
}
