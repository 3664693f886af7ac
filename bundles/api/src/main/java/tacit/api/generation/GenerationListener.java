package tacit.api.generation;

import org.osgi.annotation.versioning.ConsumerType;

/** A service that is told when another generation decides. */
@ConsumerType
public interface GenerationListener {

    /**
     * Called after each activation and rollback that succeeded, on the thread of the change and before the next one begins; it must
     * not change the harness. What it throws is logged and changes nothing. What a host that died did not come to tell is in the
     * history of generations.
     */
    void activated();
}
