package tacit.memory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.graph.Graphs.SCOPE;
import static tacit.memory.graph.Graphs.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.memory.EdgeDraft;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphSource.Origin;
import tacit.api.memory.TrustLane;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

final class TimelineTest {

    @RegisterExtension
    final OpenGraphs open = new OpenGraphs();

    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void settledStatementsNeverOverlapInWhateverOrder(int seed) {
        Random random = new Random(seed);
        List<GraphEdge> statements = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int begin = random.nextInt(30);
            Integer end = random.nextBoolean() ? null : begin + 1 + random.nextInt(10);
            statements.add(edge("e" + i, begin, end, i));
        }

        List<GraphEdge> settled = applied(statements);
        Collections.shuffle(statements, random);

        assertThat(overlaps(settled)).isEmpty();
        assertThat(Timeline.settle(settled)).isEmpty();
        assertThat(applied(statements)).containsExactlyInAnyOrderElementsOf(settled);
    }

    @Test
    void ofTwoThatBeginTogetherTheOneStoredLastHolds() {
        List<GraphEdge> settled = applied(List.of(edge("old", 1, null, 1), edge("new", 1, null, 2)));

        assertThat(settled)
                .filteredOn(edge -> !edge.struck())
                .extracting(GraphEdge::id)
                .containsExactly("new");
    }

    @EachDatabase
    void statementsInAnyOrderLeaveOneValueAtATime(Database database) {
        Graphs graphs = open.over(database);
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            String person = graphs.thing("person", "Person " + seed).id();
            for (int i = 0; i < 8; i++) {
                String firm =
                        graphs.thing("organization", "Firm " + i + "-" + seed).id();
                Instant begin = day(random.nextInt(20));
                Instant end = random.nextBoolean() ? null : begin.plus(Duration.ofDays(1 + random.nextInt(9)));
                graphs.clock.pass(Duration.ofMinutes(1));
                graphs.graph.createEdge(
                        SCOPE,
                        new EdgeDraft(
                                person, firm, "works_at", new TreeMap<>(), null, begin, end, source(Origin.AGENT)));
            }

            List<GraphEdge> edges = new Edges(
                            graphs.store, new Things(graphs.store, graphs.clock), graphs.clock, Set.of())
                    .at(SCOPE, person, false);

            assertThat(edges).isNotEmpty();
            assertThat(overlaps(edges)).as("seed %d", seed).isEmpty();
        }
    }

    private static List<GraphEdge> applied(List<GraphEdge> statements) {
        List<GraphEdge> settled = new ArrayList<>(statements);
        for (Timeline.Change change : Timeline.settle(statements)) {
            settled.replaceAll(edge -> edge.id().equals(change.edge().id()) ? changed(edge, change.end()) : edge);
        }
        return settled;
    }

    private static List<String> overlaps(List<GraphEdge> edges) {
        List<String> found = new ArrayList<>();
        for (GraphEdge one : edges) {
            for (GraphEdge other : edges) {
                if (!one.struck()
                        && !one.id().equals(other.id())
                        && Timeline.overlaps(one.validFrom(), one.validUntil(), other)) {
                    found.add(one.id() + " and " + other.id());
                }
            }
        }
        return found;
    }

    private static GraphEdge edge(String id, int begin, @Nullable Integer end, int stored) {
        return new GraphEdge(
                id,
                "a",
                "b",
                "works_at",
                new TreeMap<>(),
                1,
                source(Origin.AGENT, TrustLane.RESULT),
                day(begin),
                end == null ? null : day(end),
                day(100 + stored),
                null,
                false);
    }

    private static GraphEdge changed(GraphEdge edge, @Nullable Instant end) {
        return new GraphEdge(
                edge.id(),
                edge.fromId(),
                edge.toId(),
                edge.type(),
                edge.properties(),
                1,
                edge.source(),
                edge.validFrom(),
                end == null ? edge.validUntil() : end,
                edge.storedAt(),
                null,
                end == null);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
