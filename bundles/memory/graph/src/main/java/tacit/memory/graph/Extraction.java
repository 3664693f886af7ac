package tacit.memory.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.EdgeDraft;
import tacit.api.memory.EntityDraft;
import tacit.api.memory.Evidence;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphFindings;
import tacit.api.memory.GraphFindings.FoundEntity;
import tacit.api.memory.GraphFindings.FoundRelation;
import tacit.api.memory.GraphSource;
import tacit.api.memory.GraphSource.Origin;
import tacit.api.memory.GraphView;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/** Stores what texts say. A thing that is known under its name keeps the type that it has. */
final class Extraction {

    /**
     * For whom and from where.
     *
     * @param scope where it is stored
     * @param taskId the run; null for none
     * @param visibility who may be shown it
     */
    record Target(Scope scope, @Nullable String taskId, Visibility visibility) {

        GraphSource source(TrustLane lane, Evidence evidence) {
            return new GraphSource(Origin.AUTO, taskId, lane, visibility, List.of(evidence));
        }
    }

    private final Things things;
    private final Edges edges;

    Extraction(Things things, Edges edges) {
        this.things = things;
        this.edges = edges;
    }

    GraphView store(Target target, GraphFindings findings) {
        Map<String, GraphEntity> stored = new LinkedHashMap<>();
        for (FoundEntity found : findings.entities()) {
            stored.put(found.name(), store(target, found));
        }
        List<GraphEdge> related = new ArrayList<>();
        for (FoundRelation found : findings.relations()) {
            GraphEntity from = stored.get(found.from());
            GraphEntity to = stored.get(found.to());
            if (from != null && to != null && !from.id().equals(to.id()) && !contradicts(target, found, from, to)) {
                related.add(store(target, found, from, to));
            }
        }
        return new GraphView(List.copyOf(stored.values()), related);
    }

    private GraphEntity store(Target target, FoundEntity found) {
        List<MemoryRecord> known = things.named(target.scope(), found.name());
        boolean typed = known.stream().anyMatch(thing -> type(thing).equals(found.type()));
        String type = typed || known.isEmpty() ? found.type() : type(known.get(0));
        return things.create(
                target.scope(),
                new EntityDraft(
                        type,
                        found.name(),
                        List.of(),
                        "",
                        new TreeMap<>(),
                        null,
                        target.source(found.lane(), found.evidence())));
    }

    private GraphEdge store(Target target, FoundRelation found, GraphEntity from, GraphEntity to) {
        GraphSource source = target.source(found.lane(), found.evidence());
        GraphEdge edge = edges.create(
                target.scope(),
                new EdgeDraft(from.id(), to.id(), found.type(), new TreeMap<>(), null, null, null, source));
        if (edge.source().evidence().contains(found.evidence())) {
            return edge;
        }
        things.confirm(target.scope(), edge.id(), List.of(found.evidence()));
        return edges.edge(things.require(target.scope(), edge.id(), GraphRecords.RELATION));
    }

    private boolean contradicts(Target target, FoundRelation found, GraphEntity from, GraphEntity to) {
        return edges.isContradicted(target.scope(), from.id(), found.type(), to.id(), found.lane());
    }

    private static String type(MemoryRecord thing) {
        return GraphRecords.required(thing, GraphRecords.TYPE);
    }
}
