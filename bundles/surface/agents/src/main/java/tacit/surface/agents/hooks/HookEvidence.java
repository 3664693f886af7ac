package tacit.surface.agents.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.TraceIngest;
import tacit.api.store.Scope;
import tacit.api.trace.TraceUpdate;

/** Stores what hooks tell; a store that fails costs the evidence, never the agent its answer. Thread-safe. */
@Component(service = HookEvidence.class)
public final class HookEvidence implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HookEvidence.class);
    private static final int CLOSE_SECONDS = 5;

    private final TraceIngest ingest;
    private final ExecutorService later = Executors.newSingleThreadExecutor(HookEvidence::thread);

    @Activate
    public HookEvidence(@Reference TraceIngest ingest) {
        this.ingest = ingest;
    }

    /** Returns once it is durable, or once it cannot be. */
    void store(Scope scope, List<TraceUpdate> updates) {
        try {
            IngestReceipt receipt = ingest.ingest(scope, List.copyOf(updates));
            receipt.rejected().forEach(rejected -> log.warn("An event of a hook was not kept: {}", rejected.reason()));
        } catch (RuntimeException e) {
            log.warn("Events of a hook were not kept: {}", e.toString());
        }
    }

    void store(Scope scope, TraceUpdate update) {
        store(scope, new ArrayList<>(List.of(update)));
    }

    /** Does work behind the agent's back, one after the other. */
    void later(Runnable work) {
        try {
            later.execute(work);
        } catch (RejectedExecutionException closed) {
            log.debug("The host stops: work for a hook is left out");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tacit-hook-evidence");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    @Override
    public void close() {
        later.shutdown();
        try {
            if (!later.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                later.shutdownNow();
            }
        } catch (InterruptedException e) {
            later.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
