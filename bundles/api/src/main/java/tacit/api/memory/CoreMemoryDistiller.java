package tacit.api.memory;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * Decides what is worth remembering of runs. It changes nothing itself: it answers what should be done, and the host does that
 * through the memories that it concerns. Deterministic and stateless, so that each answer can be asked for again.
 */
@Role("core-distiller")
@ConsumerType
public interface CoreMemoryDistiller {

    /**
     * What one run teaches; nothing where the scope has no such trace.
     *
     * @param now when it is asked
     */
    Distillation runHotPath(Scope scope, String traceId, Instant now);

    /**
     * What the last runs of a workspace teach together: what was said or happened several times, memories that say the same,
     * and days whose log waits to be summarised. At most 100 runs and 200 candidates are looked at.
     *
     * @param now when it is asked
     */
    Distillation runOffline(Scope scope, Instant now);

    /** What it may learn from. */
    default LearningSwitches switches() {
        return LearningSwitches.USUAL;
    }
}
