package tacit.api.reflect;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Has ideas of one kind. Deterministic, stateless and thread-safe: the same situation gives the same ideas. One that throws is
 * named in the log and has no idea in that run.
 */
@Role(value = "hypothesis", many = true)
@ConsumerType
public interface HypothesisGenerator {

    /** The name that its ideas are kept under; stable over versions. */
    String name();

    /** The best first; empty when the evidence gives it no idea. Each quotes evidence of the situation and names its id. */
    List<Hypothesis> propose(ReflectionSituation situation);
}
