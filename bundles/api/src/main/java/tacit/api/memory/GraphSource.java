package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where something in the knowledge graph comes from. Immutable.
 *
 * @param origin who entered it
 * @param taskId the run that it comes from; null for none
 * @param lane where its words come from
 * @param visibility who may be shown it; what is private belongs to the user of the scope that it is stored in
 * @param evidence where it can be looked up, at least one
 */
public record GraphSource(
        Origin origin, @Nullable String taskId, TrustLane lane, Visibility visibility, List<Evidence> evidence) {

    /** Who enters things into the graph. */
    public enum Origin {
        /** A person. */
        MANUAL,
        /** The agent, by a tool. */
        AGENT,
        /** The reading of results; what nobody confirms loses confidence. */
        AUTO
    }

    public GraphSource {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(visibility, "visibility");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must name at least one source");
        }
    }
}
