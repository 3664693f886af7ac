package tacit.memory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.graph.Graphs.ANYBODY;
import static tacit.memory.graph.Graphs.SCOPE;
import static tacit.memory.graph.Graphs.at;
import static tacit.memory.graph.Graphs.edge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphNeighbour;
import tacit.api.memory.GraphView;
import tacit.api.memory.TrustLane;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

final class StoredRelationsTest {

    @RegisterExtension
    final OpenGraphs open = new OpenGraphs();

    @EachDatabase
    void kg01FollowsARelationWhileItHeld(Database database) {
        Graphs graphs = open.over(database);
        String api = graphs.id("api");
        String base = graphs.id("base");
        GraphEdge edge = graphs.relate(api, "depends_on", base, "1000", null);

        graphs.graph.invalidateEdge(SCOPE, edge.id(), at("2000"));

        assertThat(graphs.graph.neighbours(SCOPE, ANYBODY, api, 1, List.of("depends_on"), at("1500")))
                .flatExtracting(GraphNeighbour::edges)
                .extracting(GraphEdge::id)
                .containsExactly(edge.id());
        assertThat(graphs.graph.neighbours(SCOPE, ANYBODY, api, 1, List.of(), at("2500")))
                .isEmpty();
    }

    @EachDatabase
    void kg02KeepsBothTimesOfARelationThatCameBack(Database database) {
        Graphs graphs = open.over(database);
        String api = graphs.id("api");
        String base = graphs.id("base");
        GraphEdge old = graphs.relate(api, "depends_on", base, "1000", "2000");
        GraphEdge back = graphs.relate(api, "depends_on", base, "3000", null);

        GraphView then = graphs.graph.subgraph(SCOPE, ANYBODY, List.of(api, base), at("1500"));
        GraphView ever = graphs.graph.subgraph(SCOPE, ANYBODY, List.of(api, base), null);

        assertThat(graphs.graph.neighbours(SCOPE, ANYBODY, api, 1, List.of(), at("3500")))
                .flatExtracting(GraphNeighbour::edges)
                .containsExactly(back);
        assertThat(then.edges()).containsExactly(old);
        assertThat(ever.edges()).containsExactly(old, back);
    }

    @EachDatabase
    void kg03RefusesAnOverlapOfTheSameRelation(Database database) {
        Graphs graphs = open.over(database);
        String api = graphs.id("api");
        String base = graphs.id("base");
        GraphEdge first = graphs.relate(api, "depends_on", base, "1000", "2000");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> graphs.relate(api, "depends_on", base, "1500", "2500"))
                .withMessageContaining("overlaps an existing interval");
        assertThat(graphs.relate(api, "Depends On", base, "1000", "2000")).isEqualTo(first);
    }

    @EachDatabase
    void kg04RefusesAnEndThatIsNotAfterTheBegin(Database database) {
        Graphs graphs = open.over(database);
        GraphEdge edge = graphs.relate(graphs.id("a1"), "uses", graphs.id("b1"), "2000", null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> graphs.graph.invalidateEdge(SCOPE, edge.id(), at("2000")))
                .withMessageContaining("must be greater than validFrom");
    }

    @EachDatabase
    void refusesASecondEndAndAnswersTheSameOne(Database database) {
        Graphs graphs = open.over(database);
        GraphEdge edge = graphs.relate(graphs.id("a1"), "uses", graphs.id("b1"), "2000", null);
        GraphEdge ended = graphs.graph.invalidateEdge(SCOPE, edge.id(), at("2010"));

        assertThat(ended.closedAt()).isEqualTo(graphs.clock.instant());
        assertThat(graphs.graph.invalidateEdge(SCOPE, edge.id(), at("2010"))).isEqualTo(ended);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graphs.graph.invalidateEdge(SCOPE, edge.id(), at("2011")))
                .withMessageContaining("already");
    }

    @EachDatabase
    void kg05AnswersTheRelationThatHolds(Database database) {
        Graphs graphs = open.over(database);
        String api = graphs.id("api");
        String base = graphs.id("base");

        GraphEdge first = graphs.relate(api, "uses", base, null, null);
        graphs.clock.pass(Duration.ofDays(1));

        assertThat(graphs.relate(api, "uses", base, null, null).id()).isEqualTo(first.id());
    }

    @EachDatabase
    void kg10ANewEmployerEndsTheFormerOne(Database database) {
        Graphs graphs = open.over(database);
        String ada = graphs.thing("person", "Ada").id();
        String initech = graphs.thing("organization", "Initech").id();
        String hooli = graphs.thing("organization", "Hooli").id();
        GraphEdge former = graphs.relate(ada, "works_at", initech, "2010", null);

        GraphEdge current = graphs.relate(ada, "works_at", hooli, "2020", null);

        GraphView ever = graphs.graph.subgraph(SCOPE, ANYBODY, List.of(ada, initech, hooli), null);
        assertThat(ever.edges()).extracting(GraphEdge::id).containsExactly(former.id(), current.id());
        assertThat(ever.edges().get(0).validUntil()).isEqualTo(at("2020"));
        assertThat(graphs.graph
                        .subgraph(SCOPE, ANYBODY, List.of(ada, initech, hooli), at("2021"))
                        .edges())
                .containsExactly(current);
    }

    @EachDatabase
    void whichRelationsHaveOneValueIsASetting(Database database) {
        Graphs graphs = open.over(database, Map.of("functional_relations", new String[] {"owned by"}));
        String app = graphs.id("app");
        graphs.relate(app, "owned_by", graphs.id("red"), "2010", null);
        graphs.relate(app, "owned_by", graphs.id("blue"), "2020", null);
        graphs.relate(app, "works_at", graphs.id("red"), "2010", null);
        graphs.relate(app, "works_at", graphs.id("blue"), "2020", null);

        List<GraphNeighbour> now = graphs.graph.neighbours(SCOPE, ANYBODY, app, 1, List.of(), at("2021"));

        assertThat(now).flatExtracting(GraphNeighbour::edges).hasSize(3);
    }

    @EachDatabase
    void aForeignTextCannotEndWhatWasStated(Database database) {
        Graphs graphs = open.over(database);
        String ada = graphs.id("Ada");
        String hooli = graphs.id("Hooli");
        graphs.graph.createEdge(SCOPE, edge(ada, "works_at", graphs.id("Initech"), "2010", null, TrustLane.STATEMENT));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        graphs.graph.createEdge(SCOPE, edge(ada, "works_at", hooli, "2020", null, TrustLane.FOREIGN)))
                .withMessageContaining("more trusted");
    }

    @EachDatabase
    void kg12RefusesLoopsMissingEndsAndEmptyTimes(Database database) {
        Graphs graphs = open.over(database);
        String api = graphs.id("api");
        String base = graphs.id("base");

        assertThatIllegalArgumentException().isThrownBy(() -> graphs.relate(api, "uses", api, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> graphs.relate(api, "uses", "nobody", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> graphs.relate(api, "uses", base, "2000", "2000"));
    }

    @EachDatabase
    void goesOnFromNeighboursToTheirsAndKeepsAllRelations(Database database) {
        Graphs graphs = open.over(database);
        String one = graphs.id("one");
        String two = graphs.id("two");
        String three = graphs.id("three");
        graphs.relate(one, "uses", two, null, null);
        graphs.relate(two, "extends", one, null, null);
        graphs.relate(two, "uses", three, null, null);
        graphs.relate(three, "uses", one, "2000", "2001");

        List<GraphNeighbour> around =
                graphs.graph.neighbours(SCOPE, ANYBODY, one, 3, List.of(), graphs.clock.instant());

        assertThat(around).extracting(GraphNeighbour::depth).containsExactly(1, 2);
        assertThat(around.get(0).edges()).hasSize(2);
        assertThat(around.get(1).entity().id()).isEqualTo(three);
    }
}
