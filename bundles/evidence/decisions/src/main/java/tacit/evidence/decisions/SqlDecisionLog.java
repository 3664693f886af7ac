package tacit.evidence.decisions;

import com.fasterxml.jackson.core.JsonFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.ingest.Redactor;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.TextRemoval;

/** Keeps decisions in the database, redacted and written by a thread of its own. */
@Component(service = {DecisionLog.class, SqlDecisionLog.class})
@Designate(ocd = SqlDecisionLog.Config.class)
public final class SqlDecisionLog implements DecisionLog, AutoCloseable {

    private static final int LONGEST_KEY = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final JsonFactory factory;
    private final DecisionQueue queue;
    private final int mostCharacters;
    private final AtomicLong dropped = new AtomicLong();
    private final Forgotten forgotten;
    private final DecisionWriter writer;

    /** How much is kept, and for how long. */
    @ObjectClassDefinition(name = "Decision log", description = "The sampled record of what the harness decided")
    public @interface Config {

        @AttributeDefinition(description = "Decisions that wait to be written at most, at least 1; more are dropped")
        int queue() default 1_000;

        @AttributeDefinition(description = "Characters that wait to be written at most, at least 1000")
        int queue_characters() default 16_000_000;

        @AttributeDefinition(description = "Characters of one decision at most, at least 1000; a larger one is dropped")
        int most_characters() default 1_000_000;

        @AttributeDefinition(description = "How long a decision is kept, as an ISO duration of at least one minute")
        String retention() default "P14D";

        @AttributeDefinition(description = "Decisions of one role that are kept at most, at least 1")
        int most() default 10_000;
    }

    @Activate
    public SqlDecisionLog(
            @Reference Database database, @Reference Redactor redactor, @Reference Clock clock, Config config) {
        require("queue", 1, config.queue());
        require("queue.characters", 1_000, config.queue_characters());
        require("most.characters", 1_000, config.most_characters());
        require("most", 1, config.most());
        this.database = database;
        mostCharacters = config.most_characters();
        factory = JsonRedaction.factory(mostCharacters);
        queue = new DecisionQueue(config.queue(), config.queue_characters());
        database.migrate("tacit.evidence.decisions", SqlDecisionLog.class);
        Retention retention = new Retention(clock, retention(config), config.most());
        forgotten = new Forgotten(clock);
        writer = new DecisionWriter(
                database,
                queue,
                new DecisionRedaction(factory, redactor),
                retention,
                factory,
                dropped::addAndGet,
                forgotten);
        writer.start();
    }

    private static void require(String setting, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(setting + " must be at least " + least + ", got " + value);
        }
    }

    private static Duration retention(Config config) {
        Duration retention;
        try {
            retention = Duration.parse(config.retention());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "retention must be a duration such as P14D, got '" + config.retention() + "'", e);
        }
        if (retention.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("retention must be at least PT1M, got " + config.retention());
        }
        return retention;
    }

    @Override
    public boolean offer(Decision decision) {
        boolean fits = Characters.of(decision) <= mostCharacters
                && decision.id().length() <= LONGEST_KEY
                && decision.situation().role().length() <= LONGEST_KEY;
        boolean taken = fits && queue.offer(decision);
        if (!taken) {
            dropped.incrementAndGet();
        }
        return taken;
    }

    @Override
    public Page<Decision> list(String role, PageRequest page) {
        return database.read(session -> {
            DecisionTables tables = new DecisionTables(session, factory);
            return new Page<>(tables.list(role, page), page.offset(), tables.count(role));
        });
    }

    @Override
    public Optional<Decision> find(String id) {
        return database.read(session -> new DecisionTables(session, factory).find(id));
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    /**
     * From now on nothing is written that holds this; returns after all that was offered before is written.
     *
     * @throws IllegalStateException when that takes too long
     */
    void forget(TextRemoval removal) {
        forgotten.add(removal);
        try {
            if (queue.awaitEnded(PATIENCE)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Cannot forget: decisions still wait to be written");
    }

    /** Takes nothing more and returns after what was taken is written. */
    @Override
    @Deactivate
    public void close() {
        queue.close();
        writer.finish();
    }
}
