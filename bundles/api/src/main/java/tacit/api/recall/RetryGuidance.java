package tacit.api.recall;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/** Tells an agent that tries again what it has to know of the attempts before. */
@Role("retry-guidance")
@ConsumerType
public interface RetryGuidance {

    /** In words for the agent; empty for a first attempt with nothing pending. */
    String guidance(RetryRequest request);
}
