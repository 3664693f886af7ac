package tacit.memory.learning;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.WriteTarget;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.archive.ArchiveWrites;
import tacit.memory.curated.CuratedWrites;
import tacit.memory.curated.StoredCuratedMemory;
import tacit.memory.distill.TraceDistiller;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.graph.StoredGraph;
import tacit.memory.journal.DailyLogs;
import tacit.memory.playbook.StoredPlaybook;
import tacit.memory.profile.StoredProfile;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.relationship.StoredRelationships;
import tacit.memory.topics.FilePacks;
import tacit.memory.workspace.FolderFiles;
import tacit.memory.workspace.SqlWorkspaces;
import tacit.runtime.testkit.Configurations;

/** All memories on a real database and a real folder. */
final class Host {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Scope SCOPE = Scope.ofDefaultWorkspace();
    static final Scope NORA = new Scope("default", "nora");

    final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    final TraceStore traces;
    final MemoryStore store;
    final SqlWorkspaces workspaces;
    final SqlWriteGate gate;
    final FolderFiles files;
    final StoredProfile profile;
    final StoredRelationships relationships;
    final StoredPlaybook playbook;
    final StoredGraph graph;
    final StoredCuratedMemory curated;
    final DailyLogs journal;
    final FilePacks topics;

    Host(Database database, Path folder, String mode) {
        traces = new SqlTraceStore(database);
        store = new SqlMemoryStore(database, clock);
        workspaces = new SqlWorkspaces(database);
        workspaces.attach("default", folder.toString());
        files = new FolderFiles(workspaces::folder, 1_000_000);
        List<WriteTarget> writes = List.of(new CuratedWrites(store, files, clock), new ArchiveWrites(store, clock));
        gate = new SqlWriteGate(
                        database,
                        new ListAuditLog(),
                        new PatternRedactor(),
                        clock,
                        new SqlWriteGate.Rule(mode, 100, name -> null))
                .writingTo(writes);
        profile = new StoredProfile(store, clock);
        relationships = new StoredRelationships(store, clock);
        playbook = new StoredPlaybook(store, clock, Configurations.of(StoredPlaybook.Config.class, Map.of()));
        graph = new StoredGraph(store, noIndex(), clock, Configurations.of(StoredGraph.Config.class, Map.of()));
        curated = new StoredCuratedMemory(store, files, gate, clock);
        journal = new DailyLogs(files);
        topics = new FilePacks(store, files, noIndex());
    }

    private static SearchIndex noIndex() {
        SearchAnswer none = new SearchAnswer(List.of(), new TreeMap<>(), false);
        return (SearchIndex) Proxy.newProxyInstance(
                SearchIndex.class.getClassLoader(),
                new Class<?>[] {SearchIndex.class},
                (self, method, arguments) -> method.getName().equals("search") ? none : null);
    }

    /** One that learns, with settings of its own and of the distiller. */
    StoredLearning learning(Map<String, ?> settings, Map<String, ?> distilling) {
        StoredLearning learning = new StoredLearning(
                store, traces, gate, clock, Configurations.of(StoredLearning.Config.class, settings));
        learning.distiller =
                new TraceDistiller(traces, store, Configurations.of(TraceDistiller.Config.class, distilling));
        learning.profile = profile;
        learning.relationships = relationships;
        learning.playbook = playbook;
        learning.graph = graph;
        learning.curated = curated;
        learning.journal = journal;
        learning.topics = topics;
        learning.workspaces = workspaces;
        return learning;
    }

    StoredLearning learning() {
        return learning(Map.of(), Map.of());
    }

    /** A run of Nora's that a grader found good. */
    void good(String id, String... words) {
        run(id, trace -> trace, words);
    }

    /** A good run, and what is learnt from it. */
    void learnt(String id, String... words) {
        good(id, words);
        learning().learn(SCOPE, id);
    }

    void run(String id, UnaryOperator<TraceBuilder> more, String... words) {
        List<Span> spans = new ArrayList<>();
        for (String text : words) {
            spans.add(Span.builder("c" + spans.size(), Operation.CHAT, "chat")
                    .startedAt(NOON.plusSeconds(spans.size()))
                    .input("[" + message("user", text) + "]")
                    .output("[" + message("assistant", "The report service uses PostgreSQL.") + "]")
                    .build());
        }
        for (String tool : List.of("search", "write")) {
            spans.add(Span.builder(tool, Operation.EXECUTE_TOOL, "execute_tool " + tool)
                    .attribute(Attribute.TOOL_NAME, tool)
                    .startedAt(NOON.plusSeconds(50))
                    .build());
        }
        TraceBuilder trace = Trace.builder(id)
                .userId("nora")
                .startedAt(NOON)
                .endedAt(NOON.plusSeconds(100))
                .outcome(Outcome.of(OutcomeLabel.SUCCESS, OutcomeSource.GRADER));
        traces.append(SCOPE, List.of(TraceUpdate.of(more.apply(trace).build(), spans)));
    }

    private static String message(String role, String text) {
        return "{\"role\":\"" + role + "\",\"parts\":[{\"type\":\"text\",\"content\":\"" + text + "\"}]}";
    }

    List<MemoryRecord> layer(String layer) {
        return store.list(SCOPE, MemoryFilter.active(layer), PageRequest.first(1000))
                .rows();
    }

    List<String> texts(String layer) {
        return layer(layer).stream().map(MemoryRecord::text).toList();
    }

    PlaybookEntry entry(String goal) {
        return playbook.list(SCOPE, null, PageRequest.first(10)).rows().stream()
                .filter(entry -> entry.episode().goal().equals(goal))
                .findFirst()
                .orElseThrow();
    }
}
