package tacit.memory.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ArchiveImport;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveQuery;
import tacit.api.memory.ArchiveSettings.Privacy;
import tacit.api.memory.ArchiveSettingsChange;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.Audience;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureRequest.Batching;
import tacit.api.memory.CaptureRequest.Place;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.index.LuceneIndex;
import tacit.memory.record.MemoryDocuments;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.FreshIndex;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

/** An archive on a real database with a real gate and a real index. */
final class Archives implements AutoCloseable {

    static final Scope SCOPE = Scope.ofWorkspace("w1");
    static final Scope OTHER = Scope.ofWorkspace("w2");
    static final Audience ANYBODY = Audience.ofUser(null);
    static final Audience GROUP = new Audience(Audience.Kind.GROUP, null, "slack", null, false);
    static final List<Evidence> EVIDENCE = List.of(Evidence.of(Evidence.Kind.TRACE, "t1"));

    final MovingClock clock = new MovingClock();
    final SqlMemoryStore store;
    final SqlWriteGate gate;
    final ArchiveWrites writes;
    final StoredArchive archive;
    final StoredObservations observations;
    final StoredUpkeep upkeep;
    final ArchiveFragments fragments;
    private final LuceneIndex lucene;
    private final SearchIndex fresh;

    Archives(Database database, Path folder, String mode, boolean structured) {
        store = new SqlMemoryStore(database, clock);
        lucene = new LuceneIndex(folder.resolve("index"), List.of(), Clock.systemUTC());
        fresh = new FreshIndex(lucene, new MemoryDocuments(database, store));
        writes = new ArchiveWrites(store, clock);
        gate = new SqlWriteGate(
                        database,
                        new ListAuditLog(),
                        new PatternRedactor(),
                        clock,
                        new SqlWriteGate.Rule(mode, 100, name -> null))
                .writingTo(List.of(writes));
        Map<String, Object> settings = Map.of("structured_observations", structured);
        archive = new StoredArchive(store, fresh, gate, clock, Configurations.of(StoredArchive.Config.class, settings));
        observations = new StoredObservations(store, fresh);
        upkeep = new StoredUpkeep(store, gate, clock, Configurations.of(StoredUpkeep.Config.class, settings));
        fragments = new ArchiveFragments(store, fresh);
    }

    Archives(Database database, Path folder) {
        this(database, folder, "off", true);
    }

    SearchIndex index() {
        return fresh;
    }

    MemoryRecord hidden(String content) {
        return stored(
                archive.capture(request(ArchiveType.INSIGHT, null, content, true, null, Batching.USUAL, Place.USUAL)));
    }

    MemoryRecord keep(String content) {
        return keep(ArchiveType.OBSERVATION, null, content);
    }

    MemoryRecord keep(ArchiveType type, @Nullable String task, String content) {
        return stored(archive.capture(request(type, task, content)));
    }

    static MemoryRecord stored(CaptureResult result) {
        return Objects.requireNonNull(result.record(), result.words());
    }

    static CaptureRequest request(ArchiveType type, @Nullable String task, String content) {
        return request(type, task, content, false, null, Batching.USUAL, Place.USUAL);
    }

    static CaptureRequest request(String content) {
        return request(ArchiveType.OBSERVATION, null, content);
    }

    static CaptureRequest request(
            ArchiveType type,
            @Nullable String task,
            String content,
            boolean privately,
            @Nullable ArchiveOrigin origin,
            Batching batching,
            Place place) {
        return new CaptureRequest(
                "w1", null, task, type, content, privately, TrustLane.INFERENCE, EVIDENCE, origin, batching, place);
    }

    static CaptureRequest in(CaptureRequest request, String workspace, @Nullable String user) {
        return new CaptureRequest(
                workspace,
                user,
                request.taskId(),
                request.type(),
                request.content(),
                request.privately(),
                request.lane(),
                request.evidence(),
                request.origin(),
                request.batching(),
                request.place());
    }

    void enabled(boolean enabled) {
        change(new ArchiveSettingsChange(enabled, null, null, null, null, null, null, EVIDENCE));
    }

    void privacy(Privacy privacy) {
        change(new ArchiveSettingsChange(null, null, null, null, null, privacy, null, EVIDENCE));
    }

    void excluding(List<String> patterns) {
        change(new ArchiveSettingsChange(null, null, null, null, null, null, patterns, EVIDENCE));
    }

    void keeping(int days, int megabytes) {
        change(new ArchiveSettingsChange(null, null, null, days, megabytes, null, null, EVIDENCE));
    }

    void change(ArchiveSettingsChange change) {
        archive.changeSettings("w1", change);
    }

    List<String> found(String words) {
        return found(SCOPE, new ArchiveQuery(ANYBODY, words, List.of(), false, 10));
    }

    List<String> found(Scope scope, ArchiveQuery query) {
        return archive.search(scope, query).stream()
                .map(hit -> hit.record().text())
                .toList();
    }

    MemoryRecord now(MemoryRecord record) {
        return store.find(Scope.ofWorkspace(record.workspaceId()), record.id()).orElseThrow();
    }

    List<MemoryRecord> all(Scope scope) {
        return store.list(scope, MemoryFilter.of("archive"), PageRequest.first(1000))
                .rows();
    }

    void use(MemoryRecord record, int times) {
        for (int i = 0; i < times; i++) {
            store.used(SCOPE, List.of(record.id()));
        }
    }

    void days(long days) {
        clock.pass(Duration.ofDays(days));
    }

    /** A memory of another layer. */
    void profile(String text) {
        store.add(new MemoryDraft(
                "w1",
                "profile",
                "fact",
                "",
                text,
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.STATEMENT,
                EVIDENCE,
                1,
                null,
                null,
                null,
                new TreeMap<>()));
    }

    /** As a host of before stored it: without what can be told of it. */
    MemoryRecord legacy(ArchiveType type, String content) {
        MemoryRecord record = keep(type, null, content);
        MemoryChange bare = MemoryChange.NONE.withAttributes(Fields.one(Sidecar.HASH, ""));
        return store.change(SCOPE, record.id(), bare).orElseThrow();
    }

    static ArchiveImport pasted(String text) {
        return new ArchiveImport("w1", null, "Some AI", text, false, false, EVIDENCE);
    }

    @Override
    public void close() {
        lucene.close();
    }
}
