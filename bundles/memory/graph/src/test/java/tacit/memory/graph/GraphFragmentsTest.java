package tacit.memory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.graph.Graphs.SCOPE;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.EntityDraft;
import tacit.api.memory.Evidence;
import tacit.api.memory.GraphSource;
import tacit.api.memory.GraphSource.Origin;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

final class GraphFragmentsTest {

    @RegisterExtension
    final OpenGraphs open = new OpenGraphs();

    @EachDatabase
    void saysWhatTheTaskSpeaksOfAndWhatThatIsRelatedToNow(Database database) {
        Graphs graphs = open.over(database);
        String billing = graphs.thing("service", "Billing").id();
        graphs.relate(billing, "uses", graphs.thing("technology", "PostgreSQL").id(), null, null);
        graphs.relate(billing, "uses", graphs.thing("technology", "Oracle").id(), "2000", "2010");

        List<ContextFragment> fragments = graphs.fragments().fragments(request(graphs, "why is billing slow", null));

        assertThat(fragments).singleElement().satisfies(fragment -> {
            assertThat(fragment.text()).isEqualTo("[KG] [service] Billing (→ uses PostgreSQL)");
            assertThat(fragment.relevance()).isEqualTo(0.60);
            assertThat(fragment.confidence()).isEqualTo(0.84);
            assertThat(fragment.section()).isEqualTo("entities");
            assertThat(fragment.memoryIds()).hasSize(3);
        });
    }

    @EachDatabase
    void looksNoFurtherBackThanAtTheLastRelationsOfAThing(Database database) {
        Graphs graphs = open.over(database);
        String hub = graphs.thing("service", "Billing").id();
        String old = graphs.id("Oldest");
        graphs.relate(hub, "uses", old, null, null);
        for (int i = 0; i < 100; i++) {
            graphs.relate(hub, "uses", graphs.id("part" + i), "2000", "2010");
        }

        assertThat(graphs.fragments().fragments(request(graphs, "why is billing slow", null)))
                .singleElement()
                .satisfies(fragment -> assertThat(fragment.text()).isEqualTo("[KG] [service] Billing"));
        assertThat(graphs.graph.neighbours(SCOPE, Graphs.ANYBODY, hub, 1, List.of(), graphs.clock.instant()))
                .extracting(neighbour -> neighbour.entity().id())
                .containsExactly(old);
        graphs.relate(hub, "needs", graphs.id("Newest"), null, null);
        assertThat(graphs.fragments().fragments(request(graphs, "why is billing slow", null)))
                .singleElement()
                .satisfies(
                        fragment -> assertThat(fragment.text()).isEqualTo("[KG] [service] Billing (→ needs Newest)"));
    }

    @EachDatabase
    void saysNothingWhenTheTaskIsAboutSomethingElse(Database database) {
        Graphs graphs = open.over(database);
        graphs.thing("service", "Billing Gateway");

        assertThat(graphs.fragments().fragments(request(graphs, "paint the gateway of the garden", null)))
                .isEmpty();
        assertThat(graphs.fragments().fragments(request(graphs, " ", null))).isEmpty();
    }

    @EachDatabase
    void saysAtMostFiveThingsWithThreeRelationsEach(Database database) {
        Graphs graphs = open.over(database);
        String task = "";
        for (int i = 0; i < 7; i++) {
            String service = graphs.thing("service", "Service" + i).id();
            for (int j = 0; j < 5; j++) {
                graphs.relate(service, "uses", graphs.id("part" + j), null, null);
            }
            task += " Service" + i;
        }

        List<ContextFragment> fragments = graphs.fragments().fragments(request(graphs, task, null));

        assertThat(fragments).hasSize(5).allSatisfy(fragment -> assertThat(
                        fragment.text().split("→", -1))
                .hasSize(4));
    }

    @EachDatabase
    void showsAPrivateThingToItsOwnerAlone(Database database) {
        Graphs graphs = open.over(database);
        GraphSource mine = new GraphSource(
                Origin.MANUAL,
                null,
                TrustLane.STATEMENT,
                Visibility.PRIVATE,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1")));
        graphs.graph.createEntity(
                new Scope("w1", "u1"),
                new EntityDraft("person", "Grandmother", List.of(), "", new TreeMap<>(), null, mine));

        assertThat(graphs.fragments().fragments(request(graphs, "call grandmother", "u1")))
                .hasSize(1);
        assertThat(graphs.fragments().fragments(request(graphs, "call grandmother", "u2")))
                .isEmpty();
        assertThat(graphs.fragments().fragments(request(graphs, "call grandmother", null)))
                .isEmpty();
    }

    private static ContextRequest request(Graphs graphs, String task, @Nullable String user) {
        return new ContextRequest(SCOPE.workspaceId(), task, Audience.ofUser(user), graphs.clock.instant(), 20);
    }
}
