package tacit.memory.graph;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;
import tacit.api.memory.EdgeDraft;
import tacit.api.memory.EntityChange;
import tacit.api.memory.EntityDraft;
import tacit.api.memory.Evidence;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphFindings;
import tacit.api.memory.GraphHit;
import tacit.api.memory.GraphNeighbour;
import tacit.api.memory.GraphObservation;
import tacit.api.memory.GraphSource;
import tacit.api.memory.GraphStats;
import tacit.api.memory.GraphView;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.SourceText;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery.Depth;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** The graph as memories of the store. Stateless. */
@Component(property = Role.PROPERTY + "=knowledge-graph")
@Designate(ocd = StoredGraph.Config.class)
public final class StoredGraph implements KnowledgeGraph {

    private static final int DEEPEST = 3;

    /** Which relations can have one value at a time. */
    @ObjectClassDefinition(name = "Tacit knowledge graph")
    public @interface Config {

        @AttributeDefinition(
                name = "Functional relations",
                description = "Relations that lead to one thing at a time: a new statement ends the one before")
        String[] functional_relations() default {"works_at", "lives_in", "located_in", "reports_to", "born_in"};
    }

    private final MemoryStore store;
    private final Things things;
    private final Edges edges;
    private final Walk walk;
    private final Finding finding;

    @Activate
    public StoredGraph(
            @Reference MemoryStore store, @Reference SearchIndex index, @Reference Clock clock, Config config) {
        this.store = store;
        Set<String> functional =
                Stream.of(config.functional_relations()).map(Names::type).collect(Collectors.toSet());
        this.things = new Things(store, clock);
        this.edges = new Edges(store, things, clock, functional);
        this.walk = new Walk(store, edges, clock);
        this.finding = new Finding(store, index, things, clock, Depth.FULL);
    }

    @Override
    public GraphEntity createEntity(Scope scope, EntityDraft draft) {
        return things.create(scope, draft);
    }

    @Override
    public GraphEntity updateEntity(Scope scope, String id, EntityChange change) {
        return things.update(scope, id, change);
    }

    @Override
    public void confirm(Scope scope, String id, List<Evidence> evidence) {
        things.confirm(scope, id, evidence);
    }

    @Override
    public void deleteEntity(Scope scope, String id) {
        things.delete(scope, id);
    }

    @Override
    public GraphEdge createEdge(Scope scope, EdgeDraft draft) {
        return edges.create(scope, draft);
    }

    @Override
    public GraphEdge invalidateEdge(Scope scope, String id, @Nullable Instant at) {
        return edges.invalidate(scope, id, at);
    }

    @Override
    public void deleteEdge(Scope scope, String id) {
        edges.delete(scope, id);
    }

    @Override
    public GraphObservation addObservation(Scope scope, String entityId, String text, GraphSource source) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
        MemoryRecord thing = things.require(scope, entityId, GraphRecords.ENTITY);
        return GraphRecords.observation(
                store.add(GraphDrafts.observation(scope, thing, text, source)).record());
    }

    @Override
    public List<GraphHit> search(Scope scope, Audience audience, String text, List<String> types, int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most must be in [1, " + MOST + "], got " + most);
        }
        return finding.search(scope, new Seen(audience), text, types, most);
    }

    @Override
    public List<GraphNeighbour> neighbours(
            Scope scope, Audience audience, String id, int depth, List<String> types, @Nullable Instant asOf) {
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("depth must be in [1, " + DEEPEST + "], got " + depth);
        }
        Seen seen = new Seen(audience);
        MemoryRecord start = things.require(scope, id, GraphRecords.ENTITY);
        return seen.test(start) ? walk.from(scope, seen, id, depth, Walk.wanted(seen, types, asOf)) : List.of();
    }

    @Override
    public GraphView subgraph(Scope scope, Audience audience, List<String> ids, @Nullable Instant asOf) {
        if (ids.size() > MOST) {
            throw new IllegalArgumentException("ids must be at most " + MOST + ", got " + ids.size());
        }
        ids.forEach(id -> things.require(scope, id, GraphRecords.ENTITY));
        Seen seen = new Seen(audience);
        return walk.between(scope, seen, ids, Walk.wanted(seen, List.of(), asOf));
    }

    @Override
    public GraphFindings read(List<SourceText> texts) {
        return Reading.of(texts);
    }

    @Override
    public GraphView extract(Scope scope, @Nullable String taskId, Visibility visibility, List<SourceText> texts) {
        return new Extraction(things, edges).store(new Extraction.Target(scope, taskId, visibility), Reading.of(texts));
    }

    @Override
    public GraphStats stats(Scope scope) {
        SortedMap<String, Long> types = new TreeMap<>();
        List<String> names = new ArrayList<>(Types.BUILT_IN);
        store.list(scope, kind(GraphRecords.TYPE_OF), PageRequest.first(PageRequest.MAX_LIMIT))
                .rows()
                .forEach(type -> names.add(type.subject()));
        for (String name : names) {
            SortedMap<String, String> typed = new TreeMap<>(Map.of(GraphRecords.TYPE, name));
            long there = count(scope, kind(GraphRecords.ENTITY).withAttributes(typed));
            if (there > 0) {
                types.put(name, there);
            }
        }
        return new GraphStats(
                count(scope, kind(GraphRecords.ENTITY)),
                count(scope, kind(GraphRecords.RELATION)),
                count(scope, kind(GraphRecords.OBSERVATION)),
                types);
    }

    private static MemoryFilter kind(String kind) {
        return MemoryFilter.active(GraphRecords.LAYER).withKinds(List.of(kind));
    }

    private long count(Scope scope, MemoryFilter filter) {
        return store.list(scope, filter, PageRequest.first(1)).total();
    }
}
