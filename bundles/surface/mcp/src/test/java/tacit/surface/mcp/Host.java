package tacit.surface.mcp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.adapt.learning.AuditedSkillDesk;
import tacit.adapt.learning.GenerationOffers;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.skills.AgentSkillFolders;
import tacit.adapt.skills.ReviewedProposals;
import tacit.adapt.skills.VersionedSkills;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.ingest.BoundedIngest;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.archive.ArchiveWrites;
import tacit.memory.archive.StoredArchive;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.index.LuceneIndex;
import tacit.memory.rank.FeatureRanker;
import tacit.memory.recall.UnifiedRecall;
import tacit.memory.recall.tools.MemoryDetails;
import tacit.memory.recall.tools.MemorySave;
import tacit.memory.recall.tools.SearchMemories;
import tacit.memory.recall.tools.SwitchedTools;
import tacit.memory.record.MemoryDocuments;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.FreshIndex;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.SkillHarness;
import tacit.runtime.testkit.SkillJar;
import tacit.runtime.testkit.http.ResourceServer;
import tacit.surface.mcp.page.BundlePages;
import tacit.surface.mcp.page.Harnesses;
import tacit.surface.mcp.page.MemoryPages;
import tacit.surface.mcp.page.PageBook;
import tacit.surface.mcp.page.SkillPages;
import tacit.surface.mcp.page.SkillShelf;
import tacit.surface.mcp.tool.FeedbackSubmit;
import tacit.surface.mcp.tool.LearningExplain;
import tacit.surface.mcp.tool.MemoryGet;
import tacit.surface.mcp.tool.MemoryPropose;
import tacit.surface.mcp.tool.MemorySearch;
import tacit.surface.mcp.tool.OwnRun;
import tacit.surface.mcp.tool.SkillGet;
import tacit.surface.mcp.tool.ToolBox;
import tacit.surface.mcp.tool.TraceReport;

/**
 * The server over real services: evidence, memory, index, gate, tools, skills. Tokens are {@code ann} and {@code ben}, two users of
 * the default workspace, {@code agent}, which serves the whole of it, and {@code other} of another workspace.
 */
final class Host implements AutoCloseable {

    static final Map<String, Principal> TOKENS = Map.of(
            "ann", new Principal("ann", AccessRole.AGENT, new Scope("default", "ann")),
            "ben", new Principal("ben", AccessRole.AGENT, new Scope("default", "ben")),
            "agent", new Principal("agent", AccessRole.AGENT, Scope.ofDefaultWorkspace()),
            "reader", new Principal("reader", AccessRole.READER, Scope.ofDefaultWorkspace()),
            "other", new Principal("other", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere")));

    final MovingClock clock = new MovingClock();
    final KnownContexts contexts = new KnownContexts();
    final ListEvents events = new ListEvents();
    final SkillHarness harness = new SkillHarness();
    final ListAuditLog audit = new ListAuditLog();
    final SqlTraceStore traces;
    final SqlMemoryStore memories;
    final SqlWriteGate gate;
    final KnownLearning learning;
    final ToolBox tools;
    final Listeners listeners;
    final ResourceServer server;
    private final LuceneIndex index;
    private final ReviewedProposals proposals;
    private final AuditedSkillDesk desk;

    Host(Database database, Path folder) throws IOException {
        this(database, folder, "off", Map.of());
    }

    /** @param mode of the write gate */
    Host(Database database, Path folder, String mode, Map<String, ?> switches) throws IOException {
        PatternRedactor redactor = new PatternRedactor();
        traces = new SqlTraceStore(database);
        memories = new SqlMemoryStore(database, clock);
        BoundedIngest ingest =
                new BoundedIngest(traces, redactor, Configurations.of(BoundedIngest.Config.class, Map.of()));
        index = new LuceneIndex(folder.resolve("index"), List.of(), clock);
        FreshIndex fresh = new FreshIndex(index, new MemoryDocuments(database, memories));
        UnifiedRecall recall =
                new UnifiedRecall(new FeatureRanker(Configurations.of(FeatureRanker.Config.class, Map.of())), clock);
        recall.addIndex(fresh);
        gate = new SqlWriteGate(database, audit, redactor, clock, new SqlWriteGate.Rule(mode, 100, name -> null))
                .writingTo(List.of(new ArchiveWrites(memories, clock)));
        StoredArchive archive = new StoredArchive(
                memories, fresh, gate, clock, Configurations.of(StoredArchive.Config.class, Map.of()));
        SwitchedTools switched = new SwitchedTools(Configurations.of(SwitchedTools.Config.class, switches));
        List.of(new SearchMemories(recall), new MemoryDetails(archive), new MemorySave(archive))
                .forEach(switched::addTool);

        SqlStateStore state = new SqlStateStore(database, redactor, clock);
        FolderFiles files = FolderFiles.of(folder);
        proposals = new ReviewedProposals(state, files, clock);
        VersionedSkills skills = new VersionedSkills(
                state, traces, files, clock, Configurations.of(VersionedSkills.Config.class, Map.of()));
        AgentSkillFolders folders =
                new AgentSkillFolders(state, files, clock, Configurations.of(AgentSkillFolders.Config.class, Map.of()));
        SkillJar jar = new SkillJar();
        desk = new AuditedSkillDesk(skills, proposals, folders, new GenerationOffers(harness, jar, jar, skills), audit);

        learning = new KnownLearning(traces);
        SkillShelf shelf = new SkillShelf(skills, folders);
        OwnRun runs = new OwnRun(ingest, clock);
        tools = new ToolBox(switched, runs);
        List.of(
                        new MemorySearch(recall),
                        new MemoryGet(memories),
                        new MemoryPropose(switched, runs),
                        new FeedbackSubmit(learning, traces, clock),
                        new SkillGet(shelf),
                        new TraceReport(ingest, traces, clock),
                        new LearningExplain(memories, shelf, skills, learning, learning))
                .forEach(tools::addTool);
        PageBook pages = new PageBook();
        BundlePages bundles = Harnesses.pages(harness);
        List.of(new MemoryPages(memories), new SkillPages(shelf), bundles).forEach(pages::addPages);
        listeners =
                new Listeners(tools, pages, Configurations.of(Listeners.Config.class, Map.of("heartbeat_seconds", 1)));
        listeners.events = events;
        Methods methods = new Methods(tools, pages, new ContextPrompt(contexts, clock));
        server = ResourceServer.of(TOKENS, new McpResource(methods, listeners));
    }

    String url() {
        return server.uri() + "/mcp";
    }

    /** Records a run and stores what a user said in it; answers the id of the memory. */
    String remembered(@Nullable String user, String text) {
        String run = "run-" + Integer.toHexString(text.hashCode());
        Trace trace = Trace.builder(run).userId(user).startedAt(clock.instant()).build();
        traces.append(Scope.ofDefaultWorkspace(), List.of(TraceUpdate.of(trace, List.of())));
        return memories.add(new MemoryDraft(
                        "default",
                        "profile",
                        "preference",
                        "tea",
                        text,
                        user == null ? MemoryScope.WORKSPACE : MemoryScope.ofUser(user),
                        user == null ? Visibility.SHARED : Visibility.PRIVATE,
                        TrustLane.STATEMENT,
                        List.of(Evidence.of(Evidence.Kind.TRACE, run)),
                        0.9,
                        null,
                        null,
                        null,
                        new TreeMap<>()))
                .record()
                .id();
    }

    /** Approves a skill of the workspace, or of a user. */
    void skilled(@Nullable String user, String name) {
        Scope scope = new Scope("default", user);
        SkillDraft draft =
                new SkillDraft(name, name, "Writes " + name, "Read and write " + name, "", "", List.of(), true);
        String id = String.valueOf(proposals
                .propose(
                        scope,
                        new SkillProposalDraft(
                                "It recurs",
                                List.of("twice"),
                                List.of(),
                                "",
                                draft,
                                new SkillActor(SkillActor.Kind.AGENT, "coder"),
                                List.of()))
                .proposalId());
        desk.approve(scope, id, SkillActor.operator("olga"), null, null);
    }

    @Override
    public void close() {
        listeners.close();
        server.close();
        index.close();
    }
}
