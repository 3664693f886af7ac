package tacit.pulse.dreams;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchIndex;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamReview;
import tacit.api.reflect.DreamingDesk.DreamingResult;
import tacit.api.reflect.DreamingDesk.Trigger;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.archive.ArchiveWrites;
import tacit.memory.archive.StoredObservations;
import tacit.memory.curated.CuratedWrites;
import tacit.memory.curated.StoredCuratedMemory;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.kit.FolderKit;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.topics.FilePacks;
import tacit.memory.workspace.FolderFiles;
import tacit.memory.workspace.SqlWorkspaces;
import tacit.pulse.dreaming.EvidenceDreaming;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.FakeSettings;
import tacit.runtime.testkit.MovingClock;
import tacit.surface.access.SqlAuditLog;

/** Dreams over real memories on a real database and a real folder. */
final class Host {

    static final Scope SCOPE = Scope.ofWorkspace("w1");

    final Database database;
    final MovingClock clock;
    final AuditLog audit;
    final SqlTraceStore traces;
    final SqlMemoryStore store;
    final SqlWriteGate gate;
    final StoredCuratedMemory curated;
    final Memories memories = new Memories();
    final CoreParts core = new CoreParts();
    final FakeSettings set = new FakeSettings();
    final StoredDreaming desk;
    final StoredReview review;

    Host(Database database, Path folder) {
        this(database, folder, "off", Map.of(), new MovingClock());
    }

    Host(Database database, Path folder, String mode, Map<String, ?> settings, MovingClock clock) {
        this.database = database;
        this.clock = clock;
        audit = new SqlAuditLog(database, clock);
        traces = new SqlTraceStore(database);
        PatternRedactor redactor = new PatternRedactor();
        store = new SqlMemoryStore(database, clock, redactor, traces, audit);
        SqlWorkspaces workspaces = new SqlWorkspaces(database);
        workspaces.attach("w1", folder.toString());
        FolderFiles files = new FolderFiles(workspaces::folder, 1_000_000);
        memories.targets = List.of(new CuratedWrites(store, files, clock), new ArchiveWrites(store, clock));
        gate = new SqlWriteGate(database, audit, redactor, clock, new SqlWriteGate.Rule(mode, 100, name -> null))
                .writingTo(memories.targets);
        curated = new StoredCuratedMemory(store, files, gate, clock);
        memories.curated = curated;
        memories.observations = new StoredObservations(store, noIndex());
        memories.topics = new FilePacks(store, files, noIndex());
        memories.kit = new FolderKit(files, "UTC");
        memories.dreaming = new EvidenceDreaming(Configurations.of(EvidenceDreaming.Config.class, Map.of()));
        desk = new StoredDreaming(
                database,
                set,
                core,
                memories,
                store,
                traces,
                redactor,
                clock,
                Configurations.of(StoredDreaming.Config.class, settings));
        review = new StoredReview(database, core, memories, store, gate, audit, redactor, clock);
    }

    private static SearchIndex noIndex() {
        SearchAnswer none = new SearchAnswer(List.of(), new TreeMap<>(), false);
        return (SearchIndex) Proxy.newProxyInstance(
                SearchIndex.class.getClassLoader(),
                new Class<?>[] {SearchIndex.class},
                (self, method, arguments) -> method.getName().equals("search") ? none : null);
    }

    private Evidence statement() {
        return Evidence.of(
                Evidence.Kind.STATEMENT,
                String.valueOf(audit.write("operator", "test", "x", Map.of("workspace", "w1"))
                        .sequence()));
    }

    /** A memory of the archive, an hour later than what was before. */
    MemoryRecord observed(String text) {
        return observed(text, null);
    }

    MemoryRecord observed(String text, @Nullable String user) {
        clock.pass(Duration.ofHours(1));
        return store.add(new MemoryDraft(
                        "w1",
                        "archive",
                        "observation",
                        "observation",
                        text,
                        user == null ? MemoryScope.WORKSPACE : MemoryScope.ofUser(user),
                        user == null ? Visibility.SHARED : Visibility.PRIVATE,
                        TrustLane.STATEMENT,
                        List.of(statement()),
                        0.6,
                        null,
                        null,
                        null,
                        new TreeMap<>(Map.of("origin", "task", "privacy", user == null ? "normal" : "private"))))
                .record();
    }

    /** A curated entry, an hour later than what was before. */
    MemoryRecord entry(String text) {
        return entry(text, MemoryWrite.Origin.AGENT_TOOL);
    }

    MemoryRecord entry(String text, MemoryWrite.Origin origin) {
        clock.pass(Duration.ofHours(1));
        MemoryRecord record = curated.curate(new CurationRequest(
                        "w1",
                        null,
                        CurationRequest.Action.ADD,
                        CurationRequest.Target.WORKSPACE,
                        null,
                        null,
                        text,
                        null,
                        null,
                        null,
                        origin,
                        List.of(run("seed" + clock.millis(), null, "hello there"))))
                .entry();
        if (record == null) {
            throw new AssertionError("Not curated: " + text);
        }
        return record;
    }

    /** A run in which a user said words; answers it as evidence. */
    Evidence run(String id, @Nullable String user, String words) {
        Instant now = clock.instant();
        List<Span> spans = List.of(Span.builder("s1", Operation.INVOKE_AGENT, "agent")
                .startedAt(now)
                .input(words)
                .build());
        Trace trace = Trace.builder(id)
                .userId(user)
                .startedAt(now)
                .endedAt(now)
                .status(TraceStatus.COMPLETED)
                .build();
        traces.append(SCOPE, List.of(TraceUpdate.of(trace, spans)));
        return Evidence.of(Evidence.Kind.TRACE, id);
    }

    /** A run in which a tool failed, and worked with other arguments. */
    void mended(String id, String wrong, String right, String error) {
        Instant now = clock.instant();
        List<Span> spans = new ArrayList<>();
        spans.add(Span.builder("c1", Operation.EXECUTE_TOOL, "sql")
                .attribute(Attribute.TOOL_NAME, "sql")
                .startedAt(now)
                .input("{\"query\":\"" + wrong + "\"}")
                .status(SpanStatus.ERROR)
                .statusMessage(error)
                .build());
        spans.add(Span.builder("c2", Operation.EXECUTE_TOOL, "sql")
                .attribute(Attribute.TOOL_NAME, "sql")
                .startedAt(now.plusSeconds(1))
                .input("{\"query\":\"" + right + "\"}")
                .build());
        traces.append(
                SCOPE, List.of(TraceUpdate.of(Trace.builder(id).startedAt(now).build(), spans)));
    }

    DreamingResult dream() {
        return desk.dream("p1", "w1", Trigger.MANUAL, null, null).orElseThrow();
    }

    List<DreamCandidate> candidates() {
        return review.list(SCOPE, DreamReview.Filter.ALL, PageRequest.first(100))
                .rows();
    }

    DreamCandidate candidate(DreamAction action) {
        return candidates().stream()
                .filter(one -> one.draft().action() == action)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + action + " among " + candidates()));
    }

    DreamCandidate accept(DreamCandidate candidate) {
        return review.accept(SCOPE, candidate.id(), "olga");
    }

    List<String> entries() {
        return curated.list(SCOPE, null, null, 100).stream()
                .map(MemoryRecord::text)
                .toList();
    }
}
