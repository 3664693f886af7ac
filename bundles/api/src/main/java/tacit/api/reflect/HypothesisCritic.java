package tacit.api.reflect;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Role;

/** Looks for what speaks against hypotheses. Deterministic, stateless and thread-safe. */
@Role("critic")
@ProviderType
public interface HypothesisCritic {

    /** At least one for each hypothesis, in their order. */
    List<Critique> critique(ReflectionSituation situation, List<Hypothesis> hypotheses);
}
