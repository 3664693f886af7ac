package tacit.memory.recall.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class GraphGateTest {

    private final Database database;
    private GatedGraph gated;

    GraphGateTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        gated = new GatedGraph(database, folder);
    }

    @AfterEach
    void close() {
        gated.close();
    }

    @Test
    void letsANewThingWait() {
        String id = GatedGraph.staged(
                new CreateEntity(gated.graph, gated.gate),
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
        assertThat(gated.memories()).isEmpty();

        gated.approve(id);

        GraphEntity made = gated.thing(gated.graph
                .search(GatedGraph.WORKSPACE, Audience.ofUser(null), "Checkout", List.of(), 5)
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
        String thing = gated.made("Checkout");
        String id = GatedGraph.staged(
                new UpdateEntity(gated.graph, gated.gate),
                "id",
                thing,
                "name",
                "Basket",
                "properties",
                Map.of("team", "Red"));
        assertThat(gated.thing(thing).name()).isEqualTo("Checkout");
        assertThat(gated.waiting(id).write().oldValue()).isEqualTo("Checkout");

        gated.approve(id);

        assertThat(gated.thing(thing).name()).isEqualTo("Basket");
        assertThat(gated.thing(thing).aliases()).containsExactly("Checkout");
        assertThat(gated.thing(thing).properties()).containsEntry("team", "Red");
    }

    @Test
    void letsTheRemovalOfAThingWait() {
        String thing = gated.made("Checkout");
        String id = GatedGraph.staged(new DeleteEntity(gated.graph, gated.gate), "id", thing);
        assertThat(gated.memories()).hasSize(1);

        gated.approve(id);

        assertThat(gated.memories()).isEmpty();
    }

    @Test
    void letsANewRelationWait() {
        String from = gated.made("Checkout");
        String to = gated.made("Payments");
        String id = GatedGraph.staged(
                new CreateEdge(gated.graph, gated.gate),
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
        assertThat(gated.edges(from, to)).isEmpty();
        assertThat(gated.waiting(id).summary()).contains("create_edge", "type depends_on");

        gated.approve(id);

        GraphEdge made = gated.edges(from, to).get(0);
        assertThat(made.type()).isEqualTo("depends_on");
        assertThat(made.confidence()).isEqualTo(0.4);
        assertThat(made.properties()).containsEntry("how", "calls");
        assertThat(made.validFrom()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(made.validUntil()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void letsTheEndOfARelationWait() {
        String from = gated.made("Checkout");
        String to = gated.made("Payments");
        String edge = gated.related(from, to);
        String id = GatedGraph.staged(
                new InvalidateEdge(gated.graph, gated.gate), "id", edge, "at", "2026-02-01T00:00:00Z");
        assertThat(gated.edges(from, to).get(0).validUntil()).isNull();

        gated.approve(id);

        assertThat(gated.edges(from, to).get(0).validUntil()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void letsTheRemovalOfARelationWait() {
        String from = gated.made("Checkout");
        String to = gated.made("Payments");
        String id = GatedGraph.staged(new DeleteEdge(gated.graph, gated.gate), "id", gated.related(from, to));
        assertThat(gated.edges(from, to)).hasSize(1);

        gated.approve(id);

        assertThat(gated.edges(from, to)).isEmpty();
    }

    @Test
    void letsAnObservationWaitAndTakesTheWordsOfTheReviewer() {
        String thing = gated.made("Checkout");
        String id = GatedGraph.staged(
                new AddObservation(gated.graph, gated.gate), "id", thing, "content", "Went live in May");
        assertThat(gated.memories()).hasSize(1);

        PendingWrite applied = gated.gate.approveEdited(GatedGraph.WORKSPACE, id, "Went live in June", "bob", null);

        assertThat(applied.status()).as(applied.resolution()).isEqualTo(Status.APPLIED);
        assertThat(gated.memories()).extracting(MemoryRecord::text).contains("Went live in June");
    }
}
