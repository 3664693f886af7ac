package tacit.memory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static tacit.memory.graph.Graphs.ANYBODY;
import static tacit.memory.graph.Graphs.SCOPE;
import static tacit.memory.graph.Graphs.draft;
import static tacit.memory.graph.Graphs.edge;
import static tacit.memory.graph.Graphs.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import tacit.api.memory.EntityChange;
import tacit.api.memory.EntityDraft;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphSource.Origin;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.TrustLane;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

final class StoredGraphTest {

    @RegisterExtension
    final OpenGraphs open = new OpenGraphs();

    private static final Scope ELSEWHERE = Scope.ofWorkspace("w2");
    private static final EntityChange NOTHING = new EntityChange(null, null, List.of(), new TreeMap<>(), null);

    @EachDatabase
    void kg06MergesWhatIsSaidAgain(Database database) {
        Graphs graphs = open.over(database);
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
        Graphs graphs = open.over(database);
        EntityDraft said = draft("person", "Ada", Origin.MANUAL, TrustLane.STATEMENT, Map.of("role", "lead"));
        EntityDraft read = draft("person", "Ada", Origin.AUTO, TrustLane.FOREIGN, Map.of("role", "intruder"));
        graphs.graph.createEntity(SCOPE, said);

        assertThat(graphs.graph.createEntity(SCOPE, read).properties()).isEqualTo(Map.of("role", "lead"));
    }

    @EachDatabase
    void kg07ForgetsSlowlyWhatNobodyConfirms(Database database) {
        Graphs graphs = open.over(database);
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
        Graphs graphs = open.over(database);
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
        Graphs graphs = open.over(database);
        GraphEntity first = graphs.thing("technology", "React");

        GraphEntity second = graphs.thing("technology", "react");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.name()).isEqualTo("React");
        assertThat(second.aliases()).containsExactly("react");
        assertThat(graphs.graph.stats(SCOPE).types()).isEqualTo(Map.of("technology", 1L));
    }

    @EachDatabase
    void findsAThingUnderItsAlias(Database database) {
        Graphs graphs = open.over(database);
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
    void kg11RefusesIdsOfAnotherWorkspace(Database database) {
        Graphs graphs = open.over(database);
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
    void anUpdateMergesAndKeepsTheFormerName(Database database) {
        Graphs graphs = open.over(database);
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
        Graphs graphs = open.over(database);
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
        Graphs graphs = open.over(database);
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
    void countsEveryTypeThatWasUsed(Database database) {
        Graphs graphs = open.over(database);
        graphs.thing("Space Ship", "Nostromo");
        graphs.thing("person", "Ripley");

        assertThat(graphs.graph.stats(SCOPE).types()).isEqualTo(Map.of("person", 1L, "space_ship", 1L));
        assertThat(graphs.graph.stats(ELSEWHERE).entities()).isZero();
    }
}
