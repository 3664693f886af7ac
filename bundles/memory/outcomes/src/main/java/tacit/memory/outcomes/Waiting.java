package tacit.memory.outcomes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** Contexts of a second, written together: an agent that asks for one does not wait for a commit. Thread-safe. */
final class Waiting implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Waiting.class);
    private static final long DELAY_MILLIS = 1_000;

    private record Shown(Scope scope, String contextId, List<String> memoryIds, Instant at) {}

    private final Database database;
    private final Clock clock;
    private final List<Shown> waiting = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread fresh = new Thread(work, "tacit-memory-outcomes");
        fresh.setDaemon(true);
        return fresh;
    });
    private @Nullable Future<?> next;

    Waiting(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Soon kept; nothing after the end. */
    synchronized void add(Scope scope, String contextId, Collection<String> memoryIds) {
        if (memoryIds.isEmpty() || thread.isShutdown()) {
            return;
        }
        waiting.add(new Shown(scope, contextId, List.copyOf(memoryIds), clock.instant()));
        if (next == null) {
            next = thread.schedule(this::writeSafely, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void writeSafely() {
        try {
            write();
        } catch (RuntimeException e) {
            // an edge: a prompt was right whether or not it is counted
            log.warn("Cannot note which memories were shown", e);
        }
    }

    /** Keeps now what waits. */
    void write() {
        List<Shown> taken = taken();
        if (taken.isEmpty()) {
            return;
        }
        database.write(session -> {
            taken.forEach(
                    one -> new ShownRows(session, one.scope()).addContext(one.contextId(), one.memoryIds(), one.at()));
            return true;
        });
    }

    private synchronized List<Shown> taken() {
        List<Shown> taken = List.copyOf(waiting);
        waiting.clear();
        next = null;
        return taken;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        writeSafely();
    }
}
