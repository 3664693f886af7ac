package tacit.memory.recall.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.WriteGate;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolCall;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.graph.StoredGraph;
import tacit.memory.index.LuceneIndex;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class GraphToolsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Database database;
    private LuceneIndex index;
    private KnowledgeGraph graph;
    private WriteGate gate;

    GraphToolsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        index = new LuceneIndex(folder, List.of(), CLOCK);
        graph = new StoredGraph(
                new SqlMemoryStore(database, CLOCK),
                index,
                CLOCK,
                Configurations.of(StoredGraph.Config.class, Map.of()));
        gate = Gates.of(database, "off", CLOCK);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static Map<String, Object> call(RecallTool tool, Object... pairs) {
        TreeMap<String, Object> arguments = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put((String) pairs[i], pairs[i + 1]);
        }
        return tool.call(new ToolCall(Scope.ofDefaultWorkspace(), Audience.ofUser(null), "t1", arguments))
                .rows()
                .get(0);
    }

    private String entity(String name) {
        return (String) call(new CreateEntity(graph, gate), "type", "project", "name", name)
                .get("id");
    }

    @Test
    void addsChangesAndRemovesAThing() {
        String id = entity("Checkout");

        assertThat(call(new UpdateEntity(graph, gate), "id", id, "properties", Map.of("owner", "Ada")))
                .containsEntry("properties", new TreeMap<>(Map.of("owner", "Ada")))
                .containsEntry("name", "Checkout");
        assertThat(call(new AddObservation(graph, gate), "id", id, "content", "Went live in May"))
                .containsEntry("entityId", id);
        assertThat(call(new DeleteEntity(graph, gate), "id", id)).containsEntry("deleted", id);
        assertThatIllegalArgumentException().isThrownBy(() -> call(new DeleteEntity(graph, gate), "id", id));
    }

    @Test
    void relatesThingsOverTime() {
        String from = entity("Checkout");
        String to = entity("Payments");
        String edge = (String) call(
                        new CreateEdge(graph, gate),
                        "sourceId",
                        from,
                        "targetId",
                        to,
                        "type",
                        "depends_on",
                        "validFrom",
                        "2026-01-01T00:00:00Z")
                .get("id");

        assertThat(call(new GetNeighbors(graph), "id", from)).containsEntry("name", "Payments");
        assertThat((List<?>)
                        call(new GetSubgraph(graph), "ids", List.of(from, to)).get("edges"))
                .hasSize(1);
        assertThat(call(new InvalidateEdge(graph, gate), "id", edge, "at", "2026-02-01T00:00:00Z"))
                .containsEntry("validTo", "2026-02-01T00:00:00Z");
        assertThat(call(new DeleteEdge(graph, gate), "id", edge)).containsEntry("deleted", edge);
    }

    @Test
    void findsAThingByItsName() {
        entity("Checkout");

        assertThat(call(new SearchGraph(graph), "query", "Checkout")).containsEntry("name", "Checkout");
    }

    @Test
    void refusesAChangeThatComesFromNowhere() {
        ToolCall call = new ToolCall(
                Scope.ofDefaultWorkspace(),
                Audience.ofUser(null),
                null,
                new TreeMap<>(Map.of("type", "project", "name", "X")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreateEntity(graph, gate).call(call))
                .withMessageContaining("taskId");
    }
}
