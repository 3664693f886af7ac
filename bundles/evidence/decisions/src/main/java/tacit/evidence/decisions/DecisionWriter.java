package tacit.evidence.decisions;

import com.fasterxml.jackson.core.JsonFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.harness.Decision;
import tacit.api.store.Database;

/** Redacts and writes what waits in the queue, and removes what is too old or too much. One thread. */
final class DecisionWriter {

    private static final Logger log = LoggerFactory.getLogger(DecisionWriter.class);

    private static final int BATCH = 64;
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration LAST_WORK = Duration.ofSeconds(10);

    private final Database database;
    private final DecisionQueue queue;
    private final DecisionRedaction redaction;
    private final Retention retention;
    private final JsonFactory factory;
    private final LongConsumer dropped;
    private final Forgotten forgotten;
    private final Thread thread = new Thread(this::run, "tacit-decisions");
    private boolean failing;

    DecisionWriter(
            Database database,
            DecisionQueue queue,
            DecisionRedaction redaction,
            Retention retention,
            JsonFactory factory,
            LongConsumer dropped,
            Forgotten forgotten) {
        this.database = database;
        this.queue = queue;
        this.redaction = redaction;
        this.retention = retention;
        this.factory = factory;
        this.dropped = dropped;
        this.forgotten = forgotten;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until all is written that was taken. */
    void finish() {
        try {
            thread.join(LAST_WORK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            log.warn("Decisions were still being written after {}", LAST_WORK);
        }
    }

    private void run() {
        try {
            attempt(List.of());
            while (!queue.finished()) {
                List<Decision> batch = queue.take(BATCH, IDLE);
                try {
                    attempt(batch);
                } finally {
                    queue.ended(batch.size());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without the cause: the message of a database may quote what it refused. */
    private void attempt(List<Decision> batch) {
        List<Decision> clean = clean(batch);
        try {
            write(clean);
            failing = false;
        } catch (RuntimeException e) {
            dropped.accept(clean.size());
            if (!failing) {
                log.warn(
                        "Cannot write decisions, they are dropped until it works again: {}",
                        e.getClass().getName());
            }
            failing = true;
        }
    }

    private List<Decision> clean(List<Decision> batch) {
        List<Decision> clean = new ArrayList<>();
        for (Decision decision : batch) {
            try {
                forgotten.without(redaction.redact(decision)).ifPresent(clean::add);
            } catch (RuntimeException e) {
                dropped.accept(1);
                log.debug(
                        "Decision {} is dropped: {}",
                        decision.id(),
                        e.getClass().getName());
            }
        }
        return clean;
    }

    private void write(List<Decision> decisions) {
        Set<String> touched =
                decisions.stream().map(decision -> decision.situation().role()).collect(Collectors.toSet());
        boolean more = database.write(session -> {
            DecisionTables tables = new DecisionTables(session, factory);
            tables.insert(decisions);
            return retention.enforce(tables, decisions.isEmpty() ? tables.roles() : touched);
        });
        while (more) {
            more = database.write(session -> {
                DecisionTables tables = new DecisionTables(session, factory);
                return retention.enforce(tables, tables.roles());
            });
        }
    }
}
