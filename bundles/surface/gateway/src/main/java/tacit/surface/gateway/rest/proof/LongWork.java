package tacit.surface.gateway.rest.proof;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.http.HttpProblem;

/** Does what takes longer than a call may, a few pieces of work at a time and each once. Thread-safe. */
@Component(service = LongWork.class)
@Designate(ocd = LongWork.Config.class)
public final class LongWork {

    private static final Logger log = LoggerFactory.getLogger(LongWork.class);

    /** How much is done at once. */
    @ObjectClassDefinition(name = "Tacit long work of calls")
    public @interface Config {

        @AttributeDefinition(
                name = "Threads",
                description = "How many pieces of work are done at once, in [1, 16]",
                min = "1",
                max = "16")
        int threads() default 2;

        @AttributeDefinition(
                name = "Waiting",
                description = "How many more may wait, in [1, 1000]; a further call is answered with 503",
                min = "1",
                max = "1000")
        int waiting() default 50;
    }

    private final ThreadPoolExecutor executor;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    @Activate
    public LongWork(Config config) {
        int threads = within("threads", config.threads(), 16);
        executor = new ThreadPoolExecutor(
                threads,
                threads,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(within("waiting", config.waiting(), 1_000)),
                work -> {
                    Thread thread = new Thread(work, "tacit-long-work");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be in [1, " + most + "], got " + value);
        }
        return value;
    }

    /**
     * Has work done soon. What it throws is logged; what became of it must be seen elsewhere.
     *
     * @param name of the work; while it is under way or waits, no other of this name begins
     */
    void begin(String name, Runnable work) {
        if (!begun.add(name)) {
            throw new HttpProblem(409, "It is under way already: " + name);
        }
        try {
            executor.execute(() -> done(name, work));
        } catch (RejectedExecutionException e) {
            begun.remove(name);
            throw new HttpProblem(503, "Too much work waits already, try again later");
        }
    }

    private void done(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Cannot do {}", name, e);
        } finally {
            begun.remove(name);
        }
    }

    /** Ends what is under way. */
    @Deactivate
    void close() throws InterruptedException {
        executor.shutdownNow();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("Work of calls is still under way: {}", begun);
        }
    }
}
