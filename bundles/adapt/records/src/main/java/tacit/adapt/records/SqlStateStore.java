package tacit.adapt.records;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.ingest.Redactor;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Keeps documents in the database. Thread-safe. */
@Component(service = {StateStore.class, MemoryCopies.class})
public final class SqlStateStore implements StateStore, MemoryCopies {

    private final Database database;
    private final Clock clock;
    private final CleanJson clean;

    @Activate
    public SqlStateStore(@Reference Database database, @Reference Redactor redactor, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
        clean = new CleanJson(redactor);
        database.migrate("tacit.adapt.records", SqlStateStore.class);
    }

    @Override
    public Optional<StateDocument> find(Scope scope, String kind, String key) {
        return database.read(session -> new Documents(session).find(scope, kind, key));
    }

    @Override
    public List<StateDocument> list(Scope scope, StateFilter filter, int limit) {
        PageRequest page = PageRequest.first(limit);
        return database.read(session -> new Documents(session).list(scope, filter, page.limit()));
    }

    @Override
    public long count(Scope scope, StateFilter filter) {
        return database.read(session -> new Documents(session).count(scope, filter));
    }

    @Override
    public Optional<StateDocument> put(
            Scope scope, String kind, String key, long expected, String content, List<String> traceIds) {
        named("kind", kind);
        named("key", key);
        if (content.length() > LONGEST_CONTENT) {
            throw new IllegalArgumentException(
                    "content must have at most " + LONGEST_CONTENT + " characters, got " + content.length());
        }
        if (expected < 0) {
            throw new IllegalArgumentException("expected must not be negative, got " + expected);
        }
        String stored = clean.of(content);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.write(session -> {
            Documents documents = new Documents(session);
            boolean done = expected == 0
                    ? documents.add(scope, kind, key, stored, now)
                    : documents.change(scope, kind, key, expected, stored, now);
            if (done && !traceIds.isEmpty()) {
                documents.find(scope, kind, key).ifPresent(document -> documents.addRuns(document, traceIds));
            }
            return done ? documents.find(scope, kind, key) : Optional.empty();
        });
    }

    private static void named(String what, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + LONGEST_NAME + " characters, got " + name.length());
        }
    }

    @Override
    public boolean remove(Scope scope, String kind, String key) {
        return database.write(session -> {
            Documents documents = new Documents(session);
            Optional<StateDocument> found = documents.find(scope, kind, key);
            found.ifPresent(documents::remove);
            return found.isPresent();
        });
    }

    @Override
    public String name() {
        return "adaptation";
    }

    /** Documents hold words of runs, never those of a memory. */
    @Override
    public void changed(List<MemoryRecord> records) {}

    @Override
    public void removed(List<MemoryRecord> records) {}

    @Override
    public void cleared(Scope scope) {
        database.write(session -> {
            new Documents(session).clear(scope);
            return scope;
        });
    }
}
