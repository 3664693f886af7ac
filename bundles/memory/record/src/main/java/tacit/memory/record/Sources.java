package tacit.memory.record;

import java.util.List;
import java.util.Optional;
import tacit.api.memory.Evidence;

/** Looks up where memories say that they come from. Thread-safe. */
@FunctionalInterface
interface Sources {

    /**
     * Why this cannot be found; empty when it can.
     *
     * @param owner the user whose memory it is evidence of; empty for nobody's, or where that is not known
     */
    Optional<String> missing(String workspaceId, String owner, Evidence evidence);

    /** Refuses evidence of which nothing can be found. */
    default void check(String workspaceId, String owner, List<Evidence> evidence) {
        StringBuilder reasons = new StringBuilder();
        for (Evidence item : evidence) {
            Optional<String> reason = missing(workspaceId, owner, item);
            if (reason.isEmpty()) {
                return;
            }
            reasons.append(reasons.isEmpty() ? "" : "; ").append(reason.get());
        }
        if (!evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must be found somewhere: " + reasons);
        }
    }
}
