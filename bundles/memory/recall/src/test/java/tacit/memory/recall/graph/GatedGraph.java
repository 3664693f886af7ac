package tacit.memory.recall.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolCall;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.graph.StoredGraph;
import tacit.memory.index.LuceneIndex;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;

/** A graph behind a gate that lets everything wait, and a way around it. */
final class GatedGraph implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    static final Scope WORKSPACE = Scope.ofDefaultWorkspace();

    final SqlWriteGate gate;
    final KnowledgeGraph graph;
    private final MemoryStore store;
    private final SqlWriteGate open;
    private final LuceneIndex index;

    GatedGraph(Database database, Path folder) {
        store = new SqlMemoryStore(database, CLOCK);
        open = Gates.of(database, "off", CLOCK);
        gate = Gates.of(database, "all", CLOCK);
        index = new LuceneIndex(folder, List.of(), CLOCK);
        graph = new StoredGraph(store, index, CLOCK, Configurations.of(StoredGraph.Config.class, Map.of()));
        gate.writingTo(List.of(new GraphWrites(graph)));
    }

    static Map<String, Object> call(RecallTool tool, Scope scope, Object... pairs) {
        TreeMap<String, Object> arguments = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put((String) pairs[i], pairs[i + 1]);
        }
        return tool.call(new ToolCall(scope, Audience.ofUser(scope.userId()), "t1", arguments))
                .rows()
                .get(0);
    }

    static String staged(RecallTool tool, Object... pairs) {
        return pending(call(tool, WORKSPACE, pairs));
    }

    static String pending(Map<String, Object> row) {
        assertThat(row).containsEntry("status", "staged").containsKey("message");
        return (String) row.get("pendingId");
    }

    PendingWrite waiting(String id) {
        return gate.find(WORKSPACE, id).orElseThrow();
    }

    void approve(String id) {
        PendingWrite applied = gate.approve(WORKSPACE, id, "bob", null);
        assertThat(applied.status()).as(applied.resolution()).isEqualTo(Status.APPLIED);
    }

    String made(String name) {
        Map<String, Object> row = call(new CreateEntity(graph, open), WORKSPACE, "type", "project", "name", name);
        assertThat(row).containsEntry("status", "done");
        return (String) row.get("id");
    }

    String related(String from, String to) {
        return (String) call(
                        new CreateEdge(graph, open),
                        WORKSPACE,
                        "sourceId",
                        from,
                        "targetId",
                        to,
                        "type",
                        "depends_on",
                        "validFrom",
                        "2026-01-01T00:00:00Z")
                .get("id");
    }

    GraphEntity thing(String id) {
        return graph.subgraph(WORKSPACE, Audience.ofUser(null), List.of(id), null)
                .entities()
                .get(0);
    }

    List<GraphEdge> edges(String from, String to) {
        @Nullable Instant whenever = null;
        return graph.subgraph(WORKSPACE, Audience.ofUser(null), List.of(from, to), whenever)
                .edges();
    }

    List<MemoryRecord> memories() {
        return store.list(WORKSPACE, MemoryFilter.active("graph"), PageRequest.first(100))
                .rows();
    }

    @Override
    public void close() {
        index.close();
    }
}
