package tacit.api.learn;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/** Makes replay cases of families without being asked to. Thread-safe. */
@ProviderType
public interface CaseMaker {

    /**
     * Makes the cases that the families of failures give, and retires those of families that were dismissed; idempotent: the same
     * members give the same cases, each once.
     *
     * @param clusters families that changed
     * @param traceIds traces that are new or changed
     * @return the cases that were made by this
     */
    List<ReplayCase> make(Scope scope, List<FailureCluster> clusters, List<String> traceIds);
}
