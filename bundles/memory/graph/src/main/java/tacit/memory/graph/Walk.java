package tacit.memory.graph;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphNeighbour;
import tacit.api.memory.GraphView;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;

/** Goes from thing to thing along relations, asking for those of one thing at a time. */
final class Walk {

    private static final int LOOKED_AT = 100;

    private final MemoryStore store;
    private final Edges edges;
    private final Clock clock;

    Walk(MemoryStore store, Edges edges, Clock clock) {
        this.store = store;
        this.edges = edges;
        this.clock = clock;
    }

    List<GraphNeighbour> from(Scope scope, Seen seen, String id, int depth, Predicate<GraphEdge> wanted) {
        List<GraphNeighbour> found = new ArrayList<>();
        Set<String> reached = new HashSet<>(Set.of(id));
        List<String> frontier = List.of(id);
        for (int step = 1; step <= depth && !frontier.isEmpty(); step++) {
            Map<String, List<GraphEdge>> next = beyond(scope, frontier, reached, Edges.MOST, wanted);
            List<String> shown = new ArrayList<>();
            for (GraphNeighbour neighbour : shown(scope, seen, next, step, KnowledgeGraph.MOST - found.size())) {
                found.add(neighbour);
                shown.add(neighbour.entity().id());
            }
            reached.addAll(next.keySet());
            frontier = shown;
        }
        return found;
    }

    /** The nearest of a thing, by the relations that were stored last: for who cannot wait for all of them. */
    List<GraphNeighbour> near(Scope scope, Seen seen, String id, int most, Predicate<GraphEdge> wanted) {
        return shown(scope, seen, beyond(scope, List.of(id), Set.of(id), LOOKED_AT, wanted), 1, most);
    }

    private List<GraphNeighbour> shown(Scope scope, Seen seen, Map<String, List<GraphEdge>> next, int step, int most) {
        List<GraphNeighbour> found = new ArrayList<>();
        for (Map.Entry<String, List<GraphEdge>> entry : next.entrySet()) {
            if (found.size() >= most) {
                break;
            }
            visible(scope, seen, entry.getKey())
                    .ifPresent(thing -> found.add(new GraphNeighbour(thing, step, entry.getValue())));
        }
        return found;
    }

    GraphView between(Scope scope, Seen seen, List<String> ids, Predicate<GraphEdge> wanted) {
        Map<String, GraphEntity> things = new LinkedHashMap<>();
        for (String id : new LinkedHashSet<>(ids)) {
            visible(scope, seen, id).ifPresent(thing -> things.put(id, thing));
        }
        List<GraphEdge> inside = things.keySet().stream()
                .flatMap(id -> edges.at(scope, id, false).stream())
                .filter(edge -> things.containsKey(edge.toId()))
                .filter(wanted)
                .sorted(Comparator.comparing(GraphEdge::validFrom).thenComparing(GraphEdge::id))
                .toList();
        return new GraphView(List.copyOf(things.values()), inside);
    }

    /** Which relations are wanted. */
    static Predicate<GraphEdge> wanted(Seen seen, List<String> types, @Nullable Instant asOf) {
        List<String> names = types.stream().map(Names::type).toList();
        return edge -> seen.test(edge)
                && (names.isEmpty() || names.contains(edge.type()))
                && (asOf == null || edge.holdsAt(asOf));
    }

    private Map<String, List<GraphEdge>> beyond(
            Scope scope, List<String> frontier, Set<String> reached, int most, Predicate<GraphEdge> wanted) {
        Map<String, List<GraphEdge>> next = new LinkedHashMap<>();
        for (String id : frontier) {
            for (GraphEdge edge : edges.at(scope, id, true, most)) {
                String other = edge.otherEnd(id);
                if (!reached.contains(other) && wanted.test(edge)) {
                    next.computeIfAbsent(other, key -> new ArrayList<>()).add(edge);
                }
            }
        }
        return next;
    }

    private Optional<GraphEntity> visible(Scope scope, Seen seen, String id) {
        return store.find(scope, id)
                .filter(record -> record.kind().equals(GraphRecords.ENTITY))
                .filter(seen::test)
                .map(this::entity);
    }

    private GraphEntity entity(MemoryRecord record) {
        return GraphRecords.entity(record, clock.instant());
    }
}
