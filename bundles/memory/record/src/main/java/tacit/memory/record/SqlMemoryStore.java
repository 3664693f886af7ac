package tacit.memory.record;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AuditLog;
import tacit.api.ingest.Redactor;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStep;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/**
 * Keeps memories in tables of the database; holds nothing in memory. Thread-safe.
 *
 * <p>A test makes one with {@code new SqlMemoryStore(database, clock)}, where {@code database} comes from {@code
 * @EachDatabase}: it believes all evidence and redacts nothing.
 */
@Component(service = {MemoryStore.class, SqlMemoryStore.class})
public final class SqlMemoryStore implements MemoryStore {

    private static final int CLEARED_AT_ONCE = 100;

    private final Database database;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Admission admission;
    private final Kindred kindred;
    private final Function<Scope, Set<String>> runs;
    private final Function<Scope, List<String>> said;
    private final Acts acts;
    private volatile Courier courier = Courier.NONE;

    /** Comes with the bundle of the workspaces; without it no file can be evidence. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable WorkspaceFiles files;

    @Activate
    public SqlMemoryStore(
            @Reference Database database,
            @Reference Clock clock,
            @Reference Redactor redactor,
            @Reference TraceStore traces,
            @Reference AuditLog audit) {
        this.database = database;
        this.clock = clock;
        ids = new Ids(clock, new SecureRandom());
        admission = new Admission(
                text -> redactor.redact(text).text(), new RecordedSources(database, traces, audit, () -> files));
        kindred = new Kindred(database);
        runs = scope -> UserTraces.of(traces, scope);
        said = scope -> SaidByUser.of(traces, scope);
        acts = Acts.in(audit);
        database.migrate("tacit.memory.record", SqlMemoryStore.class);
    }

    /** For tests of those who use it. */
    public SqlMemoryStore(Database database, Clock clock) {
        this(
                database,
                clock,
                new Ids(clock, new SecureRandom()),
                new Admission(text -> text, (workspace, owner, evidence) -> Optional.empty()));
    }

    SqlMemoryStore(Database database, Clock clock, Supplier<String> ids, Admission admission) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.admission = admission;
        kindred = new Kindred(database);
        runs = scope -> Set.of();
        said = scope -> List.of();
        acts = (scope, deleted, withEvidence) -> {};
        database.migrate("tacit.memory.record", SqlMemoryStore.class);
    }

    /** Lets somebody tell the others of changes from now on; null for nobody. */
    void tellBy(@Nullable Courier teller) {
        courier = teller == null ? Courier.NONE : teller;
    }

    @Override
    public Stored add(MemoryDraft draft) {
        MemoryDraft admitted = admission.admit(draft);
        String id = ids.get();
        return told(database.write(session -> new Storing(session, now()).add(admitted, id)));
    }

    @Override
    public Optional<MemoryRecord> change(Scope scope, String id, MemoryChange change) {
        MemoryChange admitted = admission.admit(scope.workspaceId(), change);
        return told(database.write(session -> new Storing(session, now()).change(scope, id, admitted)));
    }

    @Override
    public MemoryRecord supersede(Scope scope, String id, MemoryDraft draft) {
        if (!draft.workspaceId().equals(scope.workspaceId())) {
            throw new IllegalArgumentException(
                    "draft must be of workspace '" + scope.workspaceId() + "', got '" + draft.workspaceId() + "'");
        }
        MemoryDraft admitted = admission.admit(draft);
        String newId = ids.get();
        return told(database.write(session -> new Storing(session, now()).supersede(scope, id, admitted, newId)));
    }

    @Override
    public void used(Scope scope, Collection<String> used) {
        if (!used.isEmpty()) {
            database.write(session -> {
                new MemoryTables(session).used(scope, used, now());
                return used;
            });
        }
    }

    @Override
    public Optional<MemoryRecord> find(Scope scope, String id) {
        return database.read(
                session -> new MemoryTables(session).visible(scope, id).map(StoredMemory::memory));
    }

    @Override
    public List<MemoryRecord> findAll(Scope scope, List<String> ids) {
        return database.read(session -> new MemoryTables(session).visible(scope, ids));
    }

    @Override
    public Page<MemoryRecord> list(Scope scope, MemoryFilter filter, PageRequest page) {
        return database.read(session -> new MemoryQuery(session, scope, filter).page(page));
    }

    @Override
    public MemoryStep walk(Scope scope, MemoryFilter filter, @Nullable String from, int most) {
        return database.read(session -> new MemoryQuery(session, scope, filter).step(from, most));
    }

    @Override
    public List<MemoryRecord> history(Scope scope, String id) {
        return database.read(session -> new Histories(session).of(scope, id));
    }

    @Override
    public int delete(Scope scope, Collection<String> deleted, boolean withEvidence) {
        Collection<String> all = withEvidence ? kindred.wordedLike(scope, deleted) : deleted;
        if (all.isEmpty()) {
            return 0;
        }
        acts.deleting(scope, all, withEvidence);
        int count = remove(scope, all, withEvidence);
        courier.deliverAll();
        return count;
    }

    private int remove(Scope scope, Collection<String> removed, boolean withEvidence) {
        return database.write(session -> new Deleting(session, now()).delete(scope, removed, withEvidence))
                .size();
    }

    @Override
    public int clear(Scope scope) {
        return forget(scope).memories();
    }

    /**
     * What was cleared.
     *
     * @param memories how many
     * @param copies how many of each who keeps copies
     */
    record Cleared(int memories, SortedMap<String, Long> copies) {}

    /** What the user of a scope said in runs. */
    List<String> said(Scope scope) {
        return said.apply(scope);
    }

    /** Clears, and says what became of the copies. */
    Cleared forget(Scope scope) {
        if (scope.userId() != null) {
            // Before the runs lose it
            courier.expect(scope, said(scope));
        }
        // What was made from others goes before them: when this ends midway, asking again finds the rest.
        List<String> made = new ArrayList<>(madeFromRuns(scope));
        Collections.reverse(made);
        int cleared = 0;
        for (int i = 0; i < made.size(); i += CLEARED_AT_ONCE) {
            cleared += clear(scope, made.subList(i, Math.min(made.size(), i + CLEARED_AT_ONCE)));
        }
        List<String> own = ownOf(scope);
        while (!own.isEmpty()) {
            cleared += clear(scope, own);
            own = ownOf(scope);
        }
        database.write(session -> {
            new Events(session).cleared(scope);
            return scope;
        });
        return new Cleared(cleared, courier.deliverAll());
    }

    private int clear(Scope scope, List<String> some) {
        boolean user = scope.userId() != null;
        acts.deleting(scope, some, user);
        return remove(Scope.ofWorkspace(scope.workspaceId()), some, user);
    }

    /** How many memories clearing would remove, by layer. */
    SortedMap<String, Long> toForget(Scope scope) {
        Set<String> made = madeFromRuns(scope);
        return database.read(session -> Deleting.layers(session, scope, made));
    }

    private List<String> ownOf(Scope scope) {
        return database.read(session -> Deleting.someOf(session, scope, CLEARED_AT_ONCE));
    }

    /** What was learnt from nobody's runs but this user's, though it belongs to all. */
    private Set<String> madeFromRuns(Scope scope) {
        return scope.userId() == null ? Set.of() : kindred.madeFrom(scope.workspaceId(), runs.apply(scope));
    }

    private <T> T told(T stored) {
        courier.wake();
        return stored;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
