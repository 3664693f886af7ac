package tacit.memory.recall.graph;

import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.EdgeDraft;
import tacit.api.memory.EntityChange;
import tacit.api.memory.EntityDraft;
import tacit.api.memory.GraphObservation;
import tacit.api.memory.GraphSource;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.WriteTarget;
import tacit.api.store.Scope;
import tacit.memory.recall.tools.Rows;

/** Changes the knowledge graph for agents, at once or after somebody approved it: both ways do what the write carries. Thread-safe. */
@Component
public final class GraphWrites implements WriteTarget {

    static final String CREATE_ENTITY = "create_entity";
    static final String UPDATE_ENTITY = "update_entity";
    static final String DELETE_ENTITY = "delete_entity";
    static final String CREATE_EDGE = "create_edge";
    static final String DELETE_EDGE = "delete_edge";
    static final String INVALIDATE_EDGE = "invalidate_edge";
    static final String ADD_OBSERVATION = "add_observation";

    private final KnowledgeGraph graph;

    @Activate
    public GraphWrites(@Reference KnowledgeGraph graph) {
        this.graph = graph;
    }

    @Override
    public MemoryWrite.Target target() {
        return MemoryWrite.Target.GRAPH;
    }

    @Override
    public String apply(MemoryWrite write) {
        return String.valueOf(prepared(write).get().get("id"));
    }

    /**
     * Reads a write; what it answers does it, and says what is there then.
     *
     * @throws IllegalArgumentException when the parts of the write do not fit together
     */
    Supplier<Map<String, Object>> prepared(MemoryWrite write) {
        GraphParts parts = new GraphParts(write.payload());
        Scope scope = new Scope(write.workspaceId(), parts.optional(MemoryWrite.USER));
        return switch (write.action()) {
            case CREATE_ENTITY -> created(scope, entity(write, parts));
            case UPDATE_ENTITY -> updated(scope, parts.text(MemoryWrite.ID), change(parts));
            case DELETE_ENTITY -> deleted(scope, textless(parts), graph::deleteEntity);
            case CREATE_EDGE -> related(scope, edge(write, parts));
            case DELETE_EDGE -> deleted(scope, textless(parts), graph::deleteEdge);
            case INVALIDATE_EDGE -> ended(scope, textless(parts), parts.time("at"));
            case ADD_OBSERVATION -> observed(scope, parts, source(write));
            default ->
                throw new IllegalArgumentException(
                        "action must be one that the knowledge graph knows, got '" + write.action() + "'");
        };
    }

    private Supplier<Map<String, Object>> created(Scope scope, EntityDraft draft) {
        return () -> GraphRows.of(graph.createEntity(scope, draft));
    }

    private Supplier<Map<String, Object>> updated(Scope scope, String id, EntityChange change) {
        return () -> GraphRows.of(graph.updateEntity(scope, id, change));
    }

    private Supplier<Map<String, Object>> related(Scope scope, EdgeDraft draft) {
        return () -> GraphRows.of(graph.createEdge(scope, draft));
    }

    private Supplier<Map<String, Object>> ended(Scope scope, String id, @Nullable Instant at) {
        return () -> GraphRows.of(graph.invalidateEdge(scope, id, at));
    }

    private static Supplier<Map<String, Object>> deleted(Scope scope, String id, BiConsumer<Scope, String> deletion) {
        return () -> {
            deletion.accept(scope, id);
            return Rows.of("id", id, "deleted", id);
        };
    }

    private Supplier<Map<String, Object>> observed(Scope scope, GraphParts parts, GraphSource source) {
        String thing = parts.text(MemoryWrite.ID);
        String content = parts.text(MemoryWrite.CONTENT);
        return () -> {
            GraphObservation noted = graph.addObservation(scope, thing, content, source);
            return Rows.of("id", noted.id(), "entityId", noted.entityId(), "content", noted.text());
        };
    }

    private static EntityDraft entity(MemoryWrite write, GraphParts parts) {
        @Nullable String description = parts.optional(MemoryWrite.CONTENT);
        return new EntityDraft(
                parts.text("type"),
                parts.text("name"),
                parts.each("alias"),
                description == null ? "" : description,
                parts.byName("property"),
                parts.share("confidence"),
                source(write));
    }

    private static EntityChange change(GraphParts parts) {
        return new EntityChange(
                parts.optional("name"),
                parts.optional(MemoryWrite.CONTENT),
                parts.each("alias"),
                parts.byName("property"),
                parts.share("confidence"));
    }

    private static EdgeDraft edge(MemoryWrite write, GraphParts parts) {
        refuseText(parts);
        return new EdgeDraft(
                parts.text("sourceId"),
                parts.text("targetId"),
                parts.text("type"),
                parts.byName("property"),
                parts.share("confidence"),
                parts.time("validFrom"),
                parts.time("validTo"),
                source(write));
    }

    private static String textless(GraphParts parts) {
        refuseText(parts);
        return parts.text(MemoryWrite.ID);
    }

    // A reviewer who writes a text means something that this write does not do
    private static void refuseText(GraphParts parts) {
        if (parts.optional(MemoryWrite.CONTENT) != null) {
            throw new IllegalArgumentException("content must not be given for a write without a text");
        }
    }

    /** What an agent concluded; of a call for one user it is that user's alone. */
    private static GraphSource source(MemoryWrite write) {
        return new GraphSource(
                GraphSource.Origin.AGENT,
                write.taskId(),
                TrustLane.INFERENCE,
                write.payload().containsKey(MemoryWrite.USER) ? Visibility.PRIVATE : Visibility.SHARED,
                write.evidence());
    }
}
