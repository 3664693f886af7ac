package tacit.api.learn;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Recorded;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Keeps one case for each family that is worth watching. Thread-safe; reads change nothing. */
@Recorded
@ProviderType
public interface EvalCases {

    /**
     * Makes or refreshes the case of each of these families that is stable or reopened; idempotent.
     *
     * <p>A member keeps the side that it was put on, so a case that was judged stays comparable.
     *
     * @return the cases that were made or changed
     */
    List<EvalCase> refresh(Scope scope, List<FailureCluster> clusters);

    /**
     * The same for families of which nothing changed but what failed in these traces: members that were seen before need not
     * be looked at again.
     *
     * @param traceIds every trace whose failures were put into families since the last call
     */
    default List<EvalCase> refresh(Scope scope, List<FailureCluster> clusters, Collection<String> traceIds) {
        return refresh(scope, clusters);
    }

    Optional<EvalCase> find(Scope scope, String caseId);

    /** The case of a family; empty when it has none. */
    default Optional<EvalCase> ofCluster(Scope scope, String clusterId) {
        return Optional.empty();
    }

    /** Cases, newest first. */
    Page<EvalCase> list(Scope scope, PageRequest page);
}
