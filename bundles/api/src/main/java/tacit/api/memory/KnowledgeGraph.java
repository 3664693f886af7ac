package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * The things that a workspace speaks of, and how they are related over time. Stateless: all of it lies in {@link MemoryStore}
 * as layer {@code graph}.
 *
 * <p>A name stands for one thing of its type, whatever its case, and an alias for the same thing. An id that the scope does
 * not have is an {@link IllegalArgumentException}, whichever workspace has it. A relation that can have one value at a time,
 * such as {@code works_at}, ends where the next statement of it begins. Confidence of what was read and not confirmed goes
 * down with time by itself, which changes nothing that is stored.
 */
@Role("knowledge-graph")
@ConsumerType
public interface KnowledgeGraph {

    /** The most neighbours and found things that are answered. */
    int MOST = 200;

    /** Adds a thing; where it is known, confirms it, adds what is new and replaces its description where one is given. */
    GraphEntity createEntity(Scope scope, EntityDraft draft);

    /**
     * Changes a thing.
     *
     * @throws IllegalArgumentException also when another thing of the type has the name
     */
    GraphEntity updateEntity(Scope scope, String id, EntityChange change);

    /** Says that a thing or a relation was said or seen again; its confidence rises by 0.1 from where it is. */
    void confirm(Scope scope, String id, List<Evidence> evidence);

    /** Removes a thing with its relations and observations. */
    void deleteEntity(Scope scope, String id);

    /**
     * Adds a relation. The one that holds is answered where the draft names no begin, and the one of the same times where
     * there is one.
     *
     * @throws IllegalArgumentException also when it overlaps another interval of the same relation
     */
    GraphEdge createEdge(Scope scope, EdgeDraft draft);

    /**
     * Ends a relation.
     *
     * @param at when it ended, exclusive; null for now
     * @throws IllegalArgumentException also when it had not begun by then, or ended at another time
     */
    GraphEdge invalidateEdge(Scope scope, String id, @Nullable Instant at);

    /** Removes a relation as if it had never been stated. */
    void deleteEdge(Scope scope, String id);

    GraphObservation addObservation(Scope scope, String entityId, String text, GraphSource source);

    /**
     * Things that the words mean, by name, description or observation, the best first.
     *
     * @param types of these types only; empty for all
     * @param most in [1, {@link #MOST}]
     */
    List<GraphHit> search(Scope scope, Audience audience, String text, List<String> types, int most);

    /**
     * Things around a thing, the nearest first, each once with all relations that lead to it.
     *
     * @param depth in [1, 3]
     * @param types along relations of these types only; empty for all
     * @param asOf along relations that held then; null for whenever
     */
    List<GraphNeighbour> neighbours(
            Scope scope, Audience audience, String id, int depth, List<String> types, @Nullable Instant asOf);

    /**
     * Things with the relations between them.
     *
     * @param asOf relations that held then; null for whenever
     */
    GraphView subgraph(Scope scope, Audience audience, List<String> ids, @Nullable Instant asOf);

    /** What texts say, without storing it: what is certain enough only. */
    GraphFindings read(List<SourceText> texts);

    /**
     * Stores what texts of a run say.
     *
     * @return what was stored or confirmed
     */
    GraphView extract(Scope scope, @Nullable String taskId, Visibility visibility, List<SourceText> texts);

    GraphStats stats(Scope scope);
}
