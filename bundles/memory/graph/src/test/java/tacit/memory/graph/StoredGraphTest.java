package tacit.memory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static tacit.memory.graph.Graphs.ANYBODY;
import static tacit.memory.graph.Graphs.SCOPE;
import static tacit.memory.graph.Graphs.at;
import static tacit.memory.graph.Graphs.draft;
import static tacit.memory.graph.Graphs.edge;
import static tacit.memory.graph.Graphs.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.memory.EntityChange;
import tacit.api.memory.EntityDraft;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphNeighbour;
import tacit.api.memory.GraphSource.Origin;
import tacit.api.memory.GraphView;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.TrustLane;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

final class StoredGraphTest {

    private static final Scope ELSEWHERE = Scope.ofWorkspace("w2");
    private static final EntityChange NOTHING = new EntityChange(null, null, List.of(), new TreeMap<>(), null);

    @EachDatabase
    void kg01FollowsARelationWhileItHeld(Database database) {
        Graphs graphs = new Graphs(database);
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
        Graphs graphs = new Graphs(database);
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
        Graphs graphs = new Graphs(database);
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
        Graphs graphs = new Graphs(database);
        GraphEdge edge = graphs.relate(graphs.id("a1"), "uses", graphs.id("b1"), "2000", null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> graphs.graph.invalidateEdge(SCOPE, edge.id(), at("2000")))
                .withMessageContaining("must be greater than validFrom");
    }

    @EachDatabase
    void refusesASecondEndAndAnswersTheSameOne(Database database) {
        Graphs graphs = new Graphs(database);
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
        Graphs graphs = new Graphs(database);
        String api = graphs.id("api");
        String base = graphs.id("base");

        GraphEdge first = graphs.relate(api, "uses", base, null, null);
        graphs.clock.pass(Duration.ofDays(1));

        assertThat(graphs.relate(api, "uses", base, null, null).id()).isEqualTo(first.id());
    }

    @EachDatabase
    void kg06MergesWhatIsSaidAgain(Database database) {
        Graphs graphs = new Graphs(database);
        EntityDraft first = draft("service", "Billing", Origin.AUTO, TrustLane.RESULT, Map.of("team", "red"));
        EntityDraft again = draft("service", "Billing", Origin.AUTO, TrustLane.RESULT, Map.of("repoUrl", "x/y"));

        GraphEntity one = graphs.graph.createEntity(SCOPE, first);
        GraphEntity other = graphs.graph.createEntity(SCOPE, again);

        assertThat(other.id()).isEqualTo(one.id());
        assertThat(other.properties()).isEqualTo(Map.of("team", "red", "repoUrl", "x/y"));
        assertThat(other.confidence()).isCloseTo(0.95, within(1e-9));
        assertThat(graphs.graph.createEntity(SCOPE, again).confidence()).isEqualTo(1);
    }

    @EachDatabase
    void lessTrustedWordsChangeNothingOfMoreTrustedOnes(Database database) {
        Graphs graphs = new Graphs(database);
        EntityDraft said = draft("person", "Ada", Origin.MANUAL, TrustLane.STATEMENT, Map.of("role", "lead"));
        EntityDraft read = draft("person", "Ada", Origin.AUTO, TrustLane.FOREIGN, Map.of("role", "intruder"));
        graphs.graph.createEntity(SCOPE, said);

        assertThat(graphs.graph.createEntity(SCOPE, read).properties()).isEqualTo(Map.of("role", "lead"));
    }

    @EachDatabase
    void kg07ForgetsSlowlyWhatNobodyConfirms(Database database) {
        Graphs graphs = new Graphs(database);
        GraphEntity fresh =
                graphs.graph.createEntity(SCOPE, draft("service", "Billing", Origin.AUTO, TrustLane.RESULT, Map.of()));

        graphs.clock.pass(Duration.ofDays(31));
        GraphEntity old = graphs.graph
                .search(SCOPE, ANYBODY, "Billing", List.of(), 1)
                .get(0)
                .entity();
        graphs.clock.pass(Duration.ofDays(20));
        GraphEntity older = graphs.graph
                .search(SCOPE, ANYBODY, "Billing", List.of(), 1)
                .get(0)
                .entity();

        assertThat(old.confidence()).isCloseTo(0.8075, within(1e-9));
        assertThat(older.confidence()).isEqualTo(0.3);
        assertThat(older.updatedAt()).isEqualTo(fresh.updatedAt());
    }

    @EachDatabase
    void aConfirmationStopsTheForgetting(Database database) {
        Graphs graphs = new Graphs(database);
        GraphEntity thing =
                graphs.graph.createEntity(SCOPE, draft("service", "Billing", Origin.AUTO, TrustLane.RESULT, Map.of()));
        graphs.clock.pass(Duration.ofDays(31));

        graphs.graph.confirm(SCOPE, thing.id(), List.of());
        graphs.clock.pass(Duration.ofDays(29));

        assertThat(graphs.graph
                        .search(SCOPE, ANYBODY, "Billing", List.of(), 1)
                        .get(0)
                        .entity()
                        .confidence())
                .isCloseTo(0.9075, within(1e-9));
    }

    @EachDatabase
    void kg09KnowsOneThingInAllSpellings(Database database) {
        Graphs graphs = new Graphs(database);
        GraphEntity first = graphs.thing("technology", "React");

        GraphEntity second = graphs.thing("technology", "react");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.name()).isEqualTo("React");
        assertThat(second.aliases()).containsExactly("react");
        assertThat(graphs.graph.stats(SCOPE).types()).isEqualTo(Map.of("technology", 1L));
    }

    @EachDatabase
    void findsAThingUnderItsAlias(Database database) {
        Graphs graphs = new Graphs(database);
        GraphEntity thing = graphs.graph.createEntity(
                SCOPE,
                new EntityDraft(
                        "technology", "Kubernetes", List.of("K8s"), "", new TreeMap<>(), null, source(Origin.AGENT)));

        assertThat(graphs.thing("technology", "k8S").id()).isEqualTo(thing.id());
        assertThat(graphs.graph.search(SCOPE, ANYBODY, "k8s", List.of(), 5))
                .singleElement()
                .satisfies(hit -> assertThat(hit.score()).isEqualTo(1))
                .satisfies(hit -> assertThat(hit.entity().id()).isEqualTo(thing.id()));
        graphs.thing("technology", "Docker");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graphs.graph.updateEntity(
                        SCOPE, thing.id(), new EntityChange("docker", null, List.of(), new TreeMap<>(), null)))
                .withMessageContaining("another thing of the type has it");
    }

    @EachDatabase
    void kg10ANewEmployerEndsTheFormerOne(Database database) {
        Graphs graphs = new Graphs(database);
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
        Graphs graphs = new Graphs(database, Map.of("functional_relations", new String[] {"owned by"}));
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
        Graphs graphs = new Graphs(database);
        String ada = graphs.id("Ada");
        String hooli = graphs.id("Hooli");
        graphs.graph.createEdge(SCOPE, edge(ada, "works_at", graphs.id("Initech"), "2010", null, TrustLane.STATEMENT));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        graphs.graph.createEdge(SCOPE, edge(ada, "works_at", hooli, "2020", null, TrustLane.FOREIGN)))
                .withMessageContaining("more trusted");
    }

    @EachDatabase
    void kg11RefusesIdsOfAnotherWorkspace(Database database) {
        Graphs graphs = new Graphs(database);
        String mine = graphs.id("mine");
        GraphEdge edge = graphs.relate(mine, "uses", graphs.id("other"), null, null);

        List.<Runnable>of(
                        () -> graphs.graph.updateEntity(ELSEWHERE, mine, NOTHING),
                        () -> graphs.graph.deleteEntity(ELSEWHERE, mine),
                        () -> graphs.graph.confirm(ELSEWHERE, mine, List.of()),
                        () -> graphs.graph.deleteEdge(ELSEWHERE, edge.id()),
                        () -> graphs.graph.invalidateEdge(ELSEWHERE, edge.id(), null),
                        () -> graphs.graph.addObservation(ELSEWHERE, mine, "seen", source(Origin.AGENT)),
                        () -> graphs.graph.neighbours(ELSEWHERE, ANYBODY, mine, 1, List.of(), null),
                        () -> graphs.graph.subgraph(ELSEWHERE, ANYBODY, List.of(mine), null))
                .forEach(call -> assertThatIllegalArgumentException()
                        .isThrownBy(call::run)
                        .withMessageContaining("the workspace does not have it"));
        assertThat(graphs.graph.stats(SCOPE).entities()).isEqualTo(2);
    }

    @EachDatabase
    void kg12RefusesLoopsMissingEndsAndEmptyTimes(Database database) {
        Graphs graphs = new Graphs(database);
        String api = graphs.id("api");
        String base = graphs.id("base");

        assertThatIllegalArgumentException().isThrownBy(() -> graphs.relate(api, "uses", api, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> graphs.relate(api, "uses", "nobody", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> graphs.relate(api, "uses", base, "2000", "2000"));
    }

    @EachDatabase
    void anUpdateMergesAndKeepsTheFormerName(Database database) {
        Graphs graphs = new Graphs(database);
        GraphEntity thing = graphs.graph.createEntity(
                SCOPE, draft("service", "Billing", Origin.AGENT, TrustLane.RESULT, Map.of("a", "1", "b", "2")));

        GraphEntity updated = graphs.graph.updateEntity(
                SCOPE,
                thing.id(),
                new EntityChange("Payments", "takes money", List.of(), new TreeMap<>(Map.of("b", "", "c", "3")), null));

        assertThat(updated.name()).isEqualTo("Payments");
        assertThat(updated.aliases()).containsExactly("Billing");
        assertThat(updated.description()).isEqualTo("takes money");
        assertThat(updated.properties()).isEqualTo(Map.of("a", "1", "c", "3"));
        assertThat(graphs.thing("service", "billing").id()).isEqualTo(thing.id());
    }

    @EachDatabase
    void deletingAThingTakesAllThatHangsOnIt(Database database) {
        Graphs graphs = new Graphs(database);
        String gone = graphs.graph
                .createEntity(
                        SCOPE,
                        new EntityDraft(
                                "concept", "gone", List.of("left"), "", new TreeMap<>(), null, source(Origin.AGENT)))
                .id();
        String stays = graphs.id("stays");
        graphs.relate(gone, "uses", stays, null, null);
        graphs.relate(stays, "uses", gone, "2000", "2010");
        graphs.graph.addObservation(SCOPE, gone, "was seen", source(Origin.AGENT));

        graphs.graph.deleteEntity(SCOPE, gone);

        assertThat(graphs.store
                        .list(SCOPE, MemoryFilter.of("graph"), PageRequest.first(10))
                        .rows())
                .extracting(record -> record.text())
                .containsExactly("stays");
    }

    @EachDatabase
    void findsThingsByWhatWasObserved(Database database) {
        Graphs graphs = new Graphs(database);
        String ada = graphs.thing("person", "Ada").id();
        graphs.thing("person", "Bob");
        graphs.graph.addObservation(SCOPE, ada, "prefers the night train to Lisbon", source(Origin.AGENT));

        assertThat(graphs.graph.search(SCOPE, ANYBODY, "train Lisbon", List.of("person"), 5))
                .singleElement()
                .satisfies(hit -> assertThat(hit.entity().name()).isEqualTo("Ada"))
                .satisfies(hit -> assertThat(hit.observations()).hasSize(1))
                .satisfies(hit -> assertThat(hit.score()).isEqualTo(1));
        assertThat(graphs.graph.search(SCOPE, ANYBODY, "train Lisbon", List.of("service"), 5))
                .isEmpty();
    }

    @EachDatabase
    void goesOnFromNeighboursToTheirsAndKeepsAllRelations(Database database) {
        Graphs graphs = new Graphs(database);
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

    @EachDatabase
    void countsEveryTypeThatWasUsed(Database database) {
        Graphs graphs = new Graphs(database);
        graphs.thing("Space Ship", "Nostromo");
        graphs.thing("person", "Ripley");

        assertThat(graphs.graph.stats(SCOPE).types()).isEqualTo(Map.of("person", 1L, "space_ship", 1L));
        assertThat(graphs.graph.stats(ELSEWHERE).entities()).isZero();
    }
}
