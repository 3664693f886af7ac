package tacit.memory.recall.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class GraphReviewTest {

    private static final Scope ADA = new Scope("default", "ada");

    private final Database database;
    private GatedGraph gated;

    GraphReviewTest(Database database) {
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
    void keepsWhatIsOfOneUserForThatUser() {
        PendingWrite pending = gated.gate
                .find(
                        ADA,
                        GatedGraph.pending(GatedGraph.call(
                                new CreateEntity(gated.graph, gated.gate), ADA, "type", "person", "name", "Lea")))
                .orElseThrow();
        gated.approve(pending.id());

        MemoryRecord made = gated.memories().get(0);
        assertThat(pending.write().payload()).containsEntry("user", "ada");
        assertThat(made.scope()).isEqualTo(MemoryScope.ofUser("ada"));
        assertThat(made.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(gated.gate.find(new Scope("default", "bob"), pending.id())).isEmpty();
    }

    @Test
    void changesNothingThatWasRejected() {
        String thing = gated.made("Checkout");
        String other = gated.made("Orders");
        String edge = gated.related(thing, other);
        List<String> ids = List.of(
                GatedGraph.staged(new CreateEntity(gated.graph, gated.gate), "type", "project", "name", "Payments"),
                GatedGraph.staged(new UpdateEntity(gated.graph, gated.gate), "id", thing, "name", "Basket"),
                GatedGraph.staged(new DeleteEntity(gated.graph, gated.gate), "id", thing),
                GatedGraph.staged(
                        new CreateEdge(gated.graph, gated.gate), "sourceId", other, "targetId", thing, "type", "uses"),
                GatedGraph.staged(new InvalidateEdge(gated.graph, gated.gate), "id", edge),
                GatedGraph.staged(new DeleteEdge(gated.graph, gated.gate), "id", edge),
                GatedGraph.staged(
                        new AddObservation(gated.graph, gated.gate), "id", thing, "content", "Went live in May"));
        List<MemoryRecord> before = gated.memories();

        ids.forEach(id -> gated.gate.reject(GatedGraph.WORKSPACE, id, "bob", "no"));

        assertThat(gated.memories()).isEqualTo(before);
        assertThat(ids).allSatisfy(id -> assertThatIllegalArgumentException()
                .isThrownBy(() -> gated.gate.approve(GatedGraph.WORKSPACE, id, "bob", null)));
    }

    @Test
    void refusesAtOnceWhatCouldNeverBeDone() {
        String thing = gated.made("Checkout");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GatedGraph.call(
                        new DeleteEntity(gated.graph, gated.gate), GatedGraph.WORKSPACE, "id", "elsewhere"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GatedGraph.call(
                        new CreateEdge(gated.graph, gated.gate),
                        GatedGraph.WORKSPACE,
                        "sourceId",
                        thing,
                        "targetId",
                        thing,
                        "type",
                        "uses"));
        assertThat(gated.gate
                        .list(GatedGraph.WORKSPACE, null, PageRequest.first(5))
                        .rows())
                .isEmpty();
    }

    @Test
    void failsARemovalForWhichAReviewerWroteAText() {
        String id = GatedGraph.staged(new DeleteEntity(gated.graph, gated.gate), "id", gated.made("Checkout"));

        PendingWrite failed = gated.gate.approveEdited(GatedGraph.WORKSPACE, id, "Only the description", "bob", null);

        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.resolution()).contains("content must not be given");
        assertThat(gated.memories()).hasSize(1);
    }

    @Test
    void keepsNoSecretWhileAWriteWaits() {
        String id = GatedGraph.staged(
                new CreateEntity(gated.graph, gated.gate),
                "type",
                "service",
                "name",
                "Checkout",
                "properties",
                Map.of("api_key", "sk-abcdefghijklmnop"));

        assertThat(gated.waiting(id).write().payload().toString()).doesNotContain("sk-abcdefghijklmnop");
    }
}
