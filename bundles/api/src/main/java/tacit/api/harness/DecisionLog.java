package tacit.api.harness;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** The sampled record of what the harness decided. Append-only, bounded by age and count; thread-safe. */
@ProviderType
public interface DecisionLog {

    /**
     * Takes one decision and returns at once: redaction and writing happen on a thread of the log. What does not fit into
     * its queue, or is larger than its bound, is dropped and counted.
     *
     * @return whether it was taken
     */
    boolean offer(Decision decision);

    /** Decisions of a role, or of all roles for an empty name; newest first. */
    Page<Decision> list(String role, PageRequest page);

    Optional<Decision> find(String id);

    /** Decisions that were dropped since the host started, by any bound. */
    long dropped();
}
