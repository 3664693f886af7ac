package tacit.api.learn;

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

    Optional<EvalCase> find(Scope scope, String caseId);

    /** The case of a family; empty when it has none. */
    default Optional<EvalCase> ofCluster(Scope scope, String clusterId) {
        return Optional.empty();
    }

    /** Cases, newest first. */
    Page<EvalCase> list(Scope scope, PageRequest page);
}
