package tacit.memory.graph;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.EdgeDraft;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWalk;
import tacit.api.memory.TrustLane;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** The relations of the graph. */
final class Edges {

    /** How many relations of one thing are looked at. */
    static final int MOST = 2000;

    private final MemoryStore store;
    private final Things things;
    private final Clock clock;
    private final Set<String> functional;

    Edges(MemoryStore store, Things things, Clock clock, Set<String> functional) {
        this.store = store;
        this.things = things;
        this.clock = clock;
        this.functional = Set.copyOf(functional);
    }

    GraphEdge create(Scope scope, EdgeDraft draft) {
        MemoryRecord from = things.require(scope, draft.fromId(), GraphRecords.ENTITY);
        MemoryRecord to = things.require(scope, draft.toId(), GraphRecords.ENTITY);
        String type = Names.type(draft.type());
        List<GraphEdge> stated = stated(scope, from.id(), type);
        List<GraphEdge> same =
                stated.stream().filter(edge -> edge.toId().equals(to.id())).toList();
        EdgeDraft dated = dated(draft, type, stated);
        Optional<GraphEdge> known = known(draft, dated, same);
        if (known.isPresent()) {
            return known.get();
        }
        refuseOverlap(dated, same);
        refuseForeign(dated, type, stated);
        MemoryRecord stored = store.add(GraphDrafts.edge(scope, dated, type, begin(dated), text(from, type, to)))
                .record();
        if (functional.contains(type)) {
            settle(scope, from.id(), type);
        }
        return edge(things.require(scope, stored.id(), GraphRecords.RELATION));
    }

    GraphEdge invalidate(Scope scope, String id, @Nullable Instant at) {
        GraphEdge edge = edge(things.require(scope, id, GraphRecords.RELATION));
        Instant end = kept(at == null ? clock.instant() : at);
        if (edge.validUntil() != null) {
            if (at != null && !end.equals(edge.validUntil())) {
                throw new IllegalArgumentException(
                        "Cannot invalidate relation '" + id + "': it ended at " + edge.validUntil() + " already");
            }
            return edge;
        }
        if (!end.isAfter(edge.validFrom())) {
            throw new IllegalArgumentException(
                    "at must be greater than validFrom " + edge.validFrom() + ", got " + end);
        }
        close(scope, edge, end);
        return edge(things.require(scope, id, GraphRecords.RELATION));
    }

    void delete(Scope scope, String id) {
        things.require(scope, id, GraphRecords.RELATION);
        store.delete(scope, List.of(id), false);
    }

    /** Relations at a thing that were not struck, in either direction or only those that start there. */
    List<GraphEdge> at(Scope scope, String id, boolean incoming) {
        return at(scope, id, incoming, MOST);
    }

    /** The same, so many of each direction at most: those stored last. */
    List<GraphEdge> at(Scope scope, String id, boolean incoming, int most) {
        List<GraphEdge> edges = new ArrayList<>(list(scope, Map.of(GraphRecords.FROM, id), most));
        if (incoming) {
            edges.addAll(list(scope, Map.of(GraphRecords.TO, id), most));
        }
        return edges;
    }

    GraphEdge edge(MemoryRecord record) {
        return GraphRecords.edge(record, clock.instant());
    }

    private List<GraphEdge> stated(Scope scope, String from, String type) {
        return list(scope, Map.of(GraphRecords.FROM, from, GraphRecords.TYPE, type), MOST);
    }

    private List<GraphEdge> list(Scope scope, Map<String, String> attributes, int most) {
        MemoryFilter filter = MemoryFilter.active(GraphRecords.LAYER)
                .withKinds(List.of(GraphRecords.RELATION))
                .withAttributes(new TreeMap<>(attributes));
        return MemoryWalk.over(store, scope, filter, Math.min(most, PageRequest.MAX_LIMIT))
                .limit(most)
                .map(this::edge)
                .toList();
    }

    /** The draft with a begin; of a relation with one value at a time, one without an end ends where the next begins. */
    private EdgeDraft dated(EdgeDraft draft, String type, List<GraphEdge> stated) {
        Instant begin = kept(draft.validFrom() == null ? clock.instant() : draft.validFrom());
        Instant end = draft.validUntil() == null ? null : kept(draft.validUntil());
        if (end == null && functional.contains(type)) {
            end = Timeline.firstAfter(begin, stated);
        }
        return new EdgeDraft(
                draft.fromId(), draft.toId(), type, draft.properties(), draft.confidence(), begin, end, draft.source());
    }

    private static Optional<GraphEdge> known(EdgeDraft asked, EdgeDraft dated, List<GraphEdge> same) {
        boolean anyBegin = asked.validFrom() == null && asked.validUntil() == null;
        return same.stream()
                .filter(edge -> (anyBegin && isRunning(edge, begin(dated))) || isOf(edge, dated))
                .findFirst();
    }

    private static boolean isRunning(GraphEdge edge, Instant time) {
        return edge.validUntil() == null && edge.holdsAt(time);
    }

    private static boolean isOf(GraphEdge edge, EdgeDraft dated) {
        return edge.validFrom().equals(dated.validFrom()) && Objects.equals(edge.validUntil(), dated.validUntil());
    }

    private static void refuseOverlap(EdgeDraft dated, List<GraphEdge> same) {
        for (GraphEdge edge : same) {
            if (Timeline.overlaps(begin(dated), dated.validUntil(), edge)) {
                throw new IllegalArgumentException(
                        "Cannot add relation: it overlaps an existing interval of the same, '" + edge.id() + "'");
            }
        }
    }

    /** A foreign text cannot end what somebody else has stated. */
    private void refuseForeign(EdgeDraft dated, String type, List<GraphEdge> stated) {
        if (!functional.contains(type) || dated.source().lane() != TrustLane.FOREIGN) {
            return;
        }
        for (GraphEdge edge : stated) {
            if (edge.source().lane() != TrustLane.FOREIGN
                    && Timeline.overlaps(begin(dated), dated.validUntil(), edge)) {
                throw new IllegalArgumentException(
                        "Cannot add relation: a more trusted statement says otherwise, '" + edge.id() + "'");
            }
        }
    }

    /** Whether a relation would end one that holds now and is more trusted. */
    boolean isContradicted(Scope scope, String from, String type, String to, TrustLane lane) {
        Instant now = clock.instant();
        return functional.contains(type)
                && stated(scope, from, type).stream()
                        .filter(edge -> edge.holdsAt(now) && !edge.toId().equals(to))
                        .anyMatch(edge -> edge.source().lane().compareTo(lane) < 0);
    }

    private void settle(Scope scope, String from, String type) {
        for (Timeline.Change change : Timeline.settle(stated(scope, from, type))) {
            Instant end = change.end();
            if (end == null) {
                store.change(scope, change.edge().id(), MemoryChange.NONE.withState(MemoryState.SUPERSEDED));
            } else {
                close(scope, change.edge(), end);
            }
        }
    }

    private void close(Scope scope, GraphEdge edge, Instant end) {
        TreeMap<String, String> attributes =
                new TreeMap<>(Map.of(GraphRecords.CLOSED_AT, clock.instant().toString()));
        String key = GraphDrafts.edgeKey(edge.fromId(), edge.type(), edge.toId(), edge.validFrom(), end);
        store.change(
                scope,
                edge.id(),
                new MemoryChange(null, null, null, null, null, end, null, key, List.of(), attributes));
    }

    /** A time as exact as the store keeps it. */
    private static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant begin(EdgeDraft dated) {
        Instant begin = dated.validFrom();
        if (begin == null) {
            throw new IllegalStateException("Cannot date a relation without its begin");
        }
        return begin;
    }

    private static String text(MemoryRecord from, String type, MemoryRecord to) {
        return GraphRecords.required(from, GraphRecords.LABEL) + " " + type.replace('_', ' ') + " "
                + GraphRecords.required(to, GraphRecords.LABEL);
    }
}
