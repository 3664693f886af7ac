package tacit.client;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerPreview;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceFilter;
import tacit.evidence.ingest.BoundedIngest;
import tacit.evidence.otlp.TraceExport;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.http.ResourceServer;
import tacit.surface.conversations.ConversationDeleteResource;
import tacit.surface.conversations.ConversationResource;
import tacit.surface.conversations.ConversationSaveResource;
import tacit.surface.conversations.ConversationsResource;
import tacit.surface.conversations.SqlConversations;
import tacit.surface.gateway.rest.ContextResource;
import tacit.surface.gateway.rest.OutcomesResource;

/**
 * A host with the real resources over real stores, on a free port: conversations, traces, outcomes, and contexts that hold {@link
 * #memory}. Tokens are {@code all}, {@code nora}, {@code omar} and {@code other}, which is of another workspace.
 */
public final class TestHost implements AutoCloseable, Contexts {

    /** What every context says; empty for contexts without a block. */
    public volatile String memory = "";

    /** The requests for contexts, in order. */
    public final List<tacit.api.memory.ContextRequest> asked = new CopyOnWriteArrayList<>();

    public final SqlTraceStore traces;
    private final TestDatabase database = Engine.HSQLDB.open();
    private final ResourceServer server;

    public TestHost() throws IOException {
        traces = new SqlTraceStore(database.database());
        PatternRedactor redactor = new PatternRedactor();
        BoundedIngest ingest =
                new BoundedIngest(traces, redactor, Configurations.of(BoundedIngest.Config.class, Map.of()));
        SqlConversations conversations = new SqlConversations(
                database.database(), Clock.systemUTC(), Configurations.of(SqlConversations.Config.class, Map.of()));
        server = ResourceServer.of(
                Map.of(
                        "all", principal("default", null),
                        "nora", principal("default", "nora"),
                        "omar", principal("default", "omar"),
                        "other", principal("other", null)),
                new ContextResource(this, Clock.systemUTC(), null),
                new OutcomesResource(ingest, traces),
                new TraceExport(ingest, Configurations.of(TraceExport.Config.class, Map.of())),
                new ConversationsResource(conversations),
                new ConversationResource(conversations),
                new ConversationSaveResource(conversations, redactor),
                new ConversationDeleteResource(conversations, new ListAuditLog()));
    }

    private static Principal principal(String workspace, String user) {
        return new Principal("agent", AccessRole.AGENT, new Scope(workspace, user));
    }

    public URI uri() {
        return server.uri();
    }

    /** Options that lead to this host. */
    public TacitOptions options(String token) {
        return new TacitOptions()
                .url(uri())
                .otlpUrl(uri())
                .token(token)
                .timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    /** Every trace of the default workspace, the newest first. */
    public List<RecordedTrace> recorded() {
        Scope scope = Scope.ofDefaultWorkspace();
        return traces.list(scope, TraceFilter.ALL, PageRequest.first(100)).rows().stream()
                .map(trace -> traces.find(scope, trace.id()).orElseThrow())
                .toList();
    }

    @Override
    public AssembledContext context(tacit.api.memory.ContextRequest request, int budget) {
        asked.add(request);
        if (memory.isEmpty()) {
            return AssembledContext.nothing(ContextExplanation.EMPTY);
        }
        AssembledContext.Block block = new AssembledContext.Block("structured_memory", memory, 7, List.of(), List.of());
        return new AssembledContext(memory, 7, List.of(block), List.of(), new TreeMap<>(), ContextExplanation.EMPTY);
    }

    @Override
    public List<LayerPreview> preview(tacit.api.memory.ContextRequest request, int budget) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
