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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
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
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class GraphGateTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final Scope WORKSPACE = Scope.ofDefaultWorkspace();
    private static final Scope ADA = new Scope("default", "ada");

    @TempDir
    Path folder;

    private final MemoryStore store;
    private final SqlWriteGate open;
    private final SqlWriteGate gate;
    private LuceneIndex index;
    private KnowledgeGraph graph;

    GraphGateTest(Database database) {
        store = new SqlMemoryStore(database, CLOCK);
        open = Gates.of(database, "off", CLOCK);
        gate = Gates.of(database, "all", CLOCK);
    }

    @BeforeEach
    void open() {
        index = new LuceneIndex(folder, List.of(), CLOCK);
        graph = new StoredGraph(store, index, CLOCK, Configurations.of(StoredGraph.Config.class, Map.of()));
        gate.writingTo(List.of(new GraphWrites(graph)));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void letsANewThingWait() {
        String id = staged(
                new CreateEntity(graph, gate),
                "type",
                "project",
                "name",
                "Checkout",
                "aliases",
                List.of("Basket", "Cart"),
                "description",
                "Takes orders",
                "properties",
                Map.of("team", "Blue"),
                "confidence",
                0.6);
        assertThat(memories()).isEmpty();

        approve(id);

        GraphEntity made = thing(graph.search(WORKSPACE, Audience.ofUser(null), "Checkout", List.of(), 5)
                .get(0)
                .entity()
                .id());
        assertThat(made.type()).isEqualTo("project");
        assertThat(made.aliases()).containsExactly("Basket", "Cart");
        assertThat(made.description()).isEqualTo("Takes orders");
        assertThat(made.properties()).containsExactly(Map.entry("team", "Blue"));
        assertThat(made.confidence()).isEqualTo(0.6);
        assertThat(made.lane()).isEqualTo(TrustLane.INFERENCE);
        assertThat(made.visibility()).isEqualTo(Visibility.SHARED);
    }

    @Test
    void letsAChangeOfAThingWait() {
        String thing = made("Checkout");
        String id = staged(
                new UpdateEntity(graph, gate), "id", thing, "name", "Basket", "properties", Map.of("team", "Red"));
        assertThat(thing(thing).name()).isEqualTo("Checkout");
        assertThat(waiting(id).write().oldValue()).isEqualTo("Checkout");

        approve(id);

        assertThat(thing(thing).name()).isEqualTo("Basket");
        assertThat(thing(thing).aliases()).containsExactly("Checkout");
        assertThat(thing(thing).properties()).containsEntry("team", "Red");
    }

    @Test
    void letsTheRemovalOfAThingWait() {
        String thing = made("Checkout");
        String id = staged(new DeleteEntity(graph, gate), "id", thing);
        assertThat(memories()).hasSize(1);

        approve(id);

        assertThat(memories()).isEmpty();
    }

    @Test
    void letsANewRelationWait() {
        String from = made("Checkout");
        String to = made("Payments");
        String id = staged(
                new CreateEdge(graph, gate),
                "sourceId",
                from,
                "targetId",
                to,
                "type",
                "depends_on",
                "confidence",
                0.4,
                "properties",
                Map.of("how", "calls"),
                "validFrom",
                "2026-01-01T00:00:00Z",
                "validTo",
                "2026-02-01T00:00:00Z");
        assertThat(edges(from, to)).isEmpty();
        assertThat(waiting(id).summary()).contains("create_edge", "type depends_on");

        approve(id);

        GraphEdge made = edges(from, to).get(0);
        assertThat(made.type()).isEqualTo("depends_on");
        assertThat(made.confidence()).isEqualTo(0.4);
        assertThat(made.properties()).containsEntry("how", "calls");
        assertThat(made.validFrom()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(made.validUntil()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void letsTheEndOfARelationWait() {
        String from = made("Checkout");
        String to = made("Payments");
        String edge = related(from, to);
        String id = staged(new InvalidateEdge(graph, gate), "id", edge, "at", "2026-02-01T00:00:00Z");
        assertThat(edges(from, to).get(0).validUntil()).isNull();

        approve(id);

        assertThat(edges(from, to).get(0).validUntil()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void letsTheRemovalOfARelationWait() {
        String from = made("Checkout");
        String to = made("Payments");
        String id = staged(new DeleteEdge(graph, gate), "id", related(from, to));
        assertThat(edges(from, to)).hasSize(1);

        approve(id);

        assertThat(edges(from, to)).isEmpty();
    }

    @Test
    void letsAnObservationWaitAndTakesTheWordsOfTheReviewer() {
        String thing = made("Checkout");
        String id = staged(new AddObservation(graph, gate), "id", thing, "content", "Went live in May");
        assertThat(memories()).hasSize(1);

        PendingWrite applied = gate.approveEdited(WORKSPACE, id, "Went live in June", "bob", null);

        assertThat(applied.status()).as(applied.resolution()).isEqualTo(Status.APPLIED);
        assertThat(memories()).extracting(MemoryRecord::text).contains("Went live in June");
    }

    @Test
    void keepsWhatIsOfOneUserForThatUser() {
        PendingWrite pending = gate.find(
                        ADA, pending(call(new CreateEntity(graph, gate), ADA, "type", "person", "name", "Lea")))
                .orElseThrow();
        approve(pending.id());

        MemoryRecord made = memories().get(0);
        assertThat(pending.write().payload()).containsEntry("user", "ada");
        assertThat(made.scope()).isEqualTo(MemoryScope.ofUser("ada"));
        assertThat(made.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(gate.find(new Scope("default", "bob"), pending.id())).isEmpty();
    }

    @Test
    void changesNothingThatWasRejected() {
        String thing = made("Checkout");
        String other = made("Orders");
        String edge = related(thing, other);
        List<String> ids = List.of(
                staged(new CreateEntity(graph, gate), "type", "project", "name", "Payments"),
                staged(new UpdateEntity(graph, gate), "id", thing, "name", "Basket"),
                staged(new DeleteEntity(graph, gate), "id", thing),
                staged(new CreateEdge(graph, gate), "sourceId", other, "targetId", thing, "type", "uses"),
                staged(new InvalidateEdge(graph, gate), "id", edge),
                staged(new DeleteEdge(graph, gate), "id", edge),
                staged(new AddObservation(graph, gate), "id", thing, "content", "Went live in May"));
        List<MemoryRecord> before = memories();

        ids.forEach(id -> gate.reject(WORKSPACE, id, "bob", "no"));

        assertThat(memories()).isEqualTo(before);
        assertThat(ids).allSatisfy(id -> assertThatIllegalArgumentException()
                .isThrownBy(() -> gate.approve(WORKSPACE, id, "bob", null)));
    }

    @Test
    void refusesAtOnceWhatCouldNeverBeDone() {
        String thing = made("Checkout");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(new DeleteEntity(graph, gate), WORKSPACE, "id", "elsewhere"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(
                        new CreateEdge(graph, gate), WORKSPACE, "sourceId", thing, "targetId", thing, "type", "uses"));
        assertThat(gate.list(WORKSPACE, null, PageRequest.first(5)).rows()).isEmpty();
    }

    @Test
    void failsARemovalForWhichAReviewerWroteAText() {
        String id = staged(new DeleteEntity(graph, gate), "id", made("Checkout"));

        PendingWrite failed = gate.approveEdited(WORKSPACE, id, "Only the description", "bob", null);

        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.resolution()).contains("content must not be given");
        assertThat(memories()).hasSize(1);
    }

    @Test
    void keepsNoSecretWhileAWriteWaits() {
        String id = staged(
                new CreateEntity(graph, gate),
                "type",
                "service",
                "name",
                "Checkout",
                "properties",
                Map.of("api_key", "sk-abcdefghijklmnop"));

        assertThat(waiting(id).write().payload().toString()).doesNotContain("sk-abcdefghijklmnop");
    }

    private static Map<String, Object> call(RecallTool tool, Scope scope, Object... pairs) {
        TreeMap<String, Object> arguments = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put((String) pairs[i], pairs[i + 1]);
        }
        return tool.call(new ToolCall(scope, Audience.ofUser(scope.userId()), "t1", arguments))
                .rows()
                .get(0);
    }

    private static String staged(RecallTool tool, Object... pairs) {
        return pending(call(tool, WORKSPACE, pairs));
    }

    private static String pending(Map<String, Object> row) {
        assertThat(row).containsEntry("status", "staged").containsKey("message");
        return (String) row.get("pendingId");
    }

    private PendingWrite waiting(String id) {
        return gate.find(WORKSPACE, id).orElseThrow();
    }

    private void approve(String id) {
        PendingWrite applied = gate.approve(WORKSPACE, id, "bob", null);
        assertThat(applied.status()).as(applied.resolution()).isEqualTo(Status.APPLIED);
    }

    private String made(String name) {
        Map<String, Object> row = call(new CreateEntity(graph, open), WORKSPACE, "type", "project", "name", name);
        assertThat(row).containsEntry("status", "done");
        return (String) row.get("id");
    }

    private String related(String from, String to) {
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

    private GraphEntity thing(String id) {
        return graph.subgraph(WORKSPACE, Audience.ofUser(null), List.of(id), null)
                .entities()
                .get(0);
    }

    private List<GraphEdge> edges(String from, String to) {
        @Nullable Instant whenever = null;
        return graph.subgraph(WORKSPACE, Audience.ofUser(null), List.of(from, to), whenever)
                .edges();
    }

    private List<MemoryRecord> memories() {
        return store.list(WORKSPACE, MemoryFilter.active("graph"), PageRequest.first(100))
                .rows();
    }
}
