package tacit.memory.context;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.generation.Trials;

/**
 * Asks several at once and waits for nobody longer than is patient. Thread-safe.
 *
 * <p>Who is late is not interrupted, since that would close the files of a database or an index; after some late answers
 * nobody asks any more until one of them has come. Nobody is asked much at once, so that one who hangs holds up no other.
 */
final class Questions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Questions.class);

    private static final int THREADS = 32;
    private static final int WAITING = 1024;
    private static final int LATE_AT_ONCE = 4;

    // So that one that hangs leaves threads to all others
    private static final int ANSWERED_AT_ONCE = THREADS / 4;

    private final ExecutorService threads;
    private final Duration patience;
    private final Map<String, Asked> everybody = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Trials> trials = new AtomicReference<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    Questions(Duration patience) {
        AtomicInteger count = new AtomicInteger();
        // One that was used last is used again first, with all that it has at hand
        this.threads = new ForkJoinPool(
                THREADS,
                pool -> {
                    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
                    thread.setName("tacit-context-" + count.incrementAndGet());
                    return thread;
                },
                null,
                true);
        this.patience = patience;
    }

    /** Begins to ask; the answer is there when it came, or when patience or the one who was asked is at an end. */
    <T> CompletableFuture<Answer<T>> ask(String who, Supplier<T> question) {
        Asked asked = everybody.computeIfAbsent(who, name -> new Asked());
        if (asked.late() >= LATE_AT_ONCE) {
            return CompletableFuture.completedFuture(Answer.none("It is still busy with earlier questions"));
        }
        CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
        AtomicBoolean late = new AtomicBoolean();
        Supplier<T> led = led(question);
        Runnable work = () -> {
            asked.underWay.add(late);
            try {
                answer.complete(answer(who, led));
            } finally {
                asked.underWay.remove(late);
            }
        };
        if (!asked.begin(() -> skip(answer, work))) {
            return CompletableFuture.completedFuture(Answer.none("Too many questions wait already"));
        }
        return answer.completeOnTimeout(Answer.late(patience), patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((given, thrown) -> late.set(given.isLate()));
    }

    void lead(Trials open) {
        trials.set(open);
    }

    void leadNo(Trials gone) {
        trials.compareAndSet(gone, null);
    }

    private <T> Supplier<T> led(Supplier<T> question) {
        Trials open = trials.get();
        if (open == null) {
            return question;
        }
        Callable<T> carried = open.carried(question::get);
        return () -> {
            try {
                return carried.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("Cannot ask: " + e.getMessage(), e);
            }
        };
    }

    // Nobody waits any more for what had to wait too long for a thread
    private static void skip(CompletableFuture<?> answer, Runnable work) {
        if (!answer.isDone()) {
            work.run();
        }
    }

    /** One who is asked: some questions are under way, the others wait for their turn. Thread-safe. */
    private final class Asked {

        private final Set<AtomicBoolean> underWay = ConcurrentHashMap.newKeySet();
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int busy;

        long late() {
            return underWay.stream().filter(AtomicBoolean::get).count();
        }

        synchronized boolean begin(Runnable work) {
            if (busy >= ANSWERED_AT_ONCE) {
                return waiting.size() < WAITING && waiting.add(work);
            }
            try {
                threads.execute(() -> serve(work));
                busy++;
                return true;
            } catch (RejectedExecutionException e) {
                return false;
            }
        }

        private void serve(Runnable first) {
            Runnable next = first;
            try {
                while (next != null) {
                    next.run();
                    next = next();
                }
            } finally {
                if (next != null) {
                    end();
                }
            }
        }

        private synchronized @Nullable Runnable next() {
            Runnable next = waiting.poll();
            if (next == null) {
                end();
            }
            return next;
        }

        private synchronized void end() {
            busy--;
        }
    }

    private <T> Answer<T> answer(String who, Supplier<T> question) {
        try {
            Answer<T> answer = Answer.of(question.get());
            failing.remove(who);
            return answer;
        } catch (Exception | LinkageError | StackOverflowError e) {
            // Each prompt says so itself; a service that is away for long would fill the log
            if (failing.add(who)) {
                log.warn("Cannot ask '{}' for the next prompt; further failures are not logged", who, e);
            }
            return Answer.none("It failed with " + e.getClass().getSimpleName());
        }
    }

    /** Ends, and answers when all that was begun is done. */
    void finish() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Cannot finish: somebody still works on a question");
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
