package tacit.api.learn;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.store.Scope;

/** Hears of families whose state an operator, or what stands for one, changed. */
@ConsumerType
public interface ClusterListener {

    /**
     * Called after the change is durable, on the thread of the one who made it; what it throws is logged and undoes nothing. A
     * host that stops in between calls nobody, so whoever needs every change looks for what it missed.
     */
    void moved(Scope scope, FailureCluster cluster);
}
