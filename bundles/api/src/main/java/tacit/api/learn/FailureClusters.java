package tacit.api.learn;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Recorded;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Keeps failures and their families. Thread-safe; reads change nothing.
 *
 * <p>States move open to stable (two different traces, or one critical failure), stable or reopened to mitigated,
 * mitigated to reopened (its signature returned), and any to dismissed by an operator; a dismissed one stays dismissed
 * until an operator reopens it. Every other move is refused with {@link IllegalStateException}.
 */
@Recorded
@ProviderType
public interface FailureClusters {

    /**
     * Replaces what is known of each trace by these records and puts each into its family; a trace that was processed
     * before with the same records changes nothing. Returns after all is durable.
     *
     * @param traceIds the traces that were mined, also those without failures
     * @return the families that changed
     */
    List<FailureCluster> assign(Scope scope, List<String> traceIds, List<FailureRecord> records);

    Optional<FailureCluster> find(Scope scope, String clusterId);

    /** Families by impact: tokens, then time, then traces, then count, the greatest first. */
    Page<FailureCluster> list(Scope scope, ClusterFilter filter, PageRequest page);

    /** The members of a family, oldest first. */
    Page<ClusterMember> members(Scope scope, String clusterId, PageRequest page);

    /** One failure; empty when the scope holds none with this id. */
    default Optional<FailureRecord> failure(Scope scope, String recordId) {
        return Optional.empty();
    }

    /** The family that a failure is in; empty when the scope holds no such failure. */
    default Optional<FailureCluster> familyOf(Scope scope, String recordId) {
        return Optional.empty();
    }

    /** Failures, newest first. */
    Page<FailureRecord> failures(Scope scope, FailureFilter filter, PageRequest page);

    /**
     * Moves members into a new family of their own; later failures with the same signatures follow them.
     *
     * @param by the operator
     * @throws IllegalArgumentException when a record is no member, or none would stay
     */
    FailureCluster split(Scope scope, String clusterId, List<String> recordIds, String by);

    /** Moves all members of {@code otherId} into {@code clusterId}; later failures follow them. */
    FailureCluster merge(Scope scope, String clusterId, String otherId, String by);

    /**
     * Moves a family to another state.
     *
     * @param expectedVersion the version that the caller saw
     * @throws IllegalStateException when the move is not allowed or the family changed meanwhile
     */
    FailureCluster move(Scope scope, String clusterId, ClusterState state, long expectedVersion, String by);
}
