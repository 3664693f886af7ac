package tacit.memory.context;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;

/** Counts which memories were shown, those of a second by one write: each commit of a database holds up its readers. Thread-safe. */
final class Uses implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Uses.class);
    private static final long DELAY_MILLIS = 1000;

    private final MemoryStore memories;
    private final Map<Scope, List<String>> waiting = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread fresh = new Thread(work, "tacit-context-uses");
        fresh.setDaemon(true);
        return fresh;
    });
    private @Nullable Future<?> next;

    Uses(MemoryStore memories) {
        this.memories = memories;
    }

    /** Soon counts each as used once more; nothing after the end. */
    synchronized void add(Scope scope, Collection<String> shown) {
        if (shown.isEmpty() || thread.isShutdown()) {
            return;
        }
        waiting.computeIfAbsent(scope, key -> new ArrayList<>()).addAll(shown);
        if (next == null) {
            next = thread.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Counts now what waits. */
    void write() {
        taken().forEach((scope, shown) -> {
            try {
                memories.used(scope, shown);
            } catch (RuntimeException e) {
                // an edge: a prompt was right whether or not it is counted
                log.warn(
                        "Cannot count the uses of {} memories of workspace '{}'", shown.size(), scope.workspaceId(), e);
            }
        });
    }

    private synchronized Map<Scope, List<String>> taken() {
        Map<Scope, List<String>> taken = Map.copyOf(waiting);
        waiting.clear();
        next = null;
        return taken;
    }

    /** Counts what waits, and ends. */
    @Override
    public void close() {
        thread.shutdownNow();
        write();
    }
}
